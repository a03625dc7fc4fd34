import type { Gate } from './gate.ts';

const grammar =
  /\b(?:is|are) (?:an? |the |only |always |never )?(?:verb|noun|adjective|adverb|preposition|plural|singular|countable|uncountable|false friend)s?\b|\bfalse friends?\b|\btongue twister\b|\bso no (?:was|to|the|is)\b|\bit doesn't mean\b|^the (?:noun|verb|adjective|adverb|plural|opposite)(?: form)? (?:is|of|for)\b|^no (?:article|preposition|plural|verb|to|the|is|was|of|for)\b|\bno (?:to|the|is|was|of) with\b|\b(?:that|they|those|these)(?: two| three)? goe?s? together\b|\b(?:a|another|one more) (?:good|nice|lovely|useful|better|common|fixed|great) (?:expression|phrase|idiom|collocation)\b|\b(?:needs?|takes?|without|add) (?:an? |the |no )?(?:articles?|prepositions?|plural|infinitive|gerund|(?:past|present) (?:simple|perfect|tense))\b|\blet me (?:teach|explain)\b|\bbecause of the (?:vowel|consonant|noun|verb|plural|preposition|article|tense|past)\b|^\p{L}{3,}s is (?:only|just|more) for\b|^the same (?:thing )?(?:with|for|goes for)\b|^(?:went|go|did|do|was|have|has|make|made|get|got|say|said|very|much|many)(?: \p{L}+)? is (?:perfectly |also )?(?:fine|okay|ok|right|correct|wrong|better)\b|^i(?:['’]ll| will) (?:use|remember|write) (?!\p{L}+ and (?:i|we|then)\b)\p{L}+ and \p{L}+ and\b|\bwhich one (?:do you want|is it|is (?:right|correct|better))\b|\b(?:what|how)(?:['’]s| is| do you) (?:it|that|this|call it) called\b|\b(?:you|we) (?:can|could|might|may) (?:also |even |just )?say\b|^\p{L}+ly is (?:for|when|only|how|not)\b|\bwhat(?:['’]s| is) \p{L}+ in (?:plain|simple|normal) english\b|\b(?:i['’]m|i am) (?:typing|sharing)\b|\bin the chat\b|^one (?:more )?for (?:your|the) (?:notebook|list)\b|\b(?:you|we)['’]d say (?:i|you|he|she|it|we|they|that)\b|\b(?:never|don['’]t|do not) say (?!(?:anything|nothing|a word|that|it|yes|no|hello|goodbye|sorry|so)\b)\p{L}+|\btakes (?:none|an object|no object|a person)\b|^(?:with|in|on|at|by|for) \p{L}+ (?:makes|sounds|means|goes|takes)\b|^(?:i|you|he|she|we|they) (?!(?:always |still |just )?(?:think|thought|know|knew|believe|feel|felt|say|said|guess|hope|see|saw|heard|agree|find|found)\b)(?!.*\b(?:it|that|this|what|which|who|if|whether|because|and|but|the \p{L}+|my \p{L}+) (?:is|was) )[\p{L}' ]+ (?:is|was) (?:wrong|right|correct|incorrect)[.?!]?$/iu;

/** Verbs that hardly ever are nouns: as a subject they are words that somebody talks about. */
const verbAsSubject =
  /^(?:allow|suggest|recommend|explain|enjoy|avoid|discuss|let|make|tell|say|depend|listen|borrow|lend|ask|believe|agree|decide|prefer|remind|advise|prevent|arrive|enter|insist|provide|encourage|forbid|permit) (?:needs|takes|wants|means|goes with|has)\b/i;
/** "You wanted currently.", "Actually means that …": an adverb as a thing. */
const adverbAsThing =
  /^(?:you|he|she|they) (?:wanted|meant|needed) (?:to say )?(?!(?:only|really|badly|urgently|early|daily)\b)\p{L}+ly\b(?! (?:to|an?|the|my|your|it|that)\b)|^\p{L}+ly means (?:i|you|he|she|it|we|they|that|to|in)\b/iu;

/** What is said about the language is no sentence of it to learn: "Bananas are countable but anyway." */
export const aboutWords: Gate = {
  name: 'about words',
  says: 'It speaks about grammar, not about the world.',
  stops: ({ text }) => grammar.test(text) || verbAsSubject.test(text) || adverbAsThing.test(text),
  examples: {
    stops: [
      'Bananas are countable but anyway.',
      'Agree is a verb, so no was.',
      "It's a false friend too, yes.",
      'Complain is the verb, complaint is the noun with a T at the end.',
      'No article with it, just bad luck.',
      'Take a break, those two go together.',
      "There's a useful expression, peer pressure.",
      'Let me teach you one more thing, jet lag.',
      'The noun is curiosity.',
      'Such lovely garden needs an article.',
      'Remind needs a person, she reminds me to call.',
      'You meant eventually, or in the end.',
      'Eventually means they did it in the end.',
      "It's an umbrella because of the vowel.",
      'Peoples is only for nations, so people came from all over.',
      'The same thing with borrow, he borrowed me a pen.',
      'You could also say that it comes in handy.',
      'Raise takes an object, they raised the flag.',
      'With joy makes you sound old.',
      'One for your notebook, change trains.',
      "In a letter you'd say I raised the flag.",
      'The same with borrow.',
      'Went down is fine, but write it better in a report.',
      'I will use paint and brush and roller.',
      'Never say climb up the ladder down.',
      'Finally is for when you have been waiting.',
      'The time between two lessons what is it called?',
      "I'm typing, give up, to stop trying.",
      'I have painted the door yesterday is wrong.',
      'He paint the door yesterday is correct?',
    ],
    passes: [
      'A comma splice is when you join two complete sentences.',
      'The banana is a fruit.',
      'No problem was too big for her.',
      'He wanted badly to win.',
      'Tea is better than coffee for children.',
      'Our office is only for two of us, so it is small.',
      'They needed only the keys.',
      'Which one is yours?',
      'They never say hello to us.',
      'One for you and one for me is fair.',
      "I hoped you'd say yes.",
      'I think the answer is right.',
      'We did not know if it was wrong.',
      'The same house was sold twice.',
      'I will use the brush and the roller.',
      'He could say nothing.',
      'The early bus is only for workers.',
    ],
  },
};
