import type { Gate } from './gate.ts';

const grammar =
  /\b(?:is|are) (?:an? |the |only |always |never )?(?:verb|noun|adjective|adverb|preposition|plural|singular|countable|uncountable|false friend)s?\b|\bfalse friends?\b|\btongue twister\b|\bso no (?:was|to|the|is)\b|\bit doesn't mean\b|^the (?:noun|verb|adjective|adverb|plural|opposite)(?: form)? (?:is|of|for)\b|^no (?:article|preposition|plural|verb|to|the|is|was|of|for)\b|\bno (?:to|the|is|was|of) with\b|\b(?:that|they|those|these)(?: two| three)? goe?s? together\b|\b(?:a|another|one more) (?:good|nice|lovely|useful|better|common|fixed|great) (?:expression|phrase|idiom|collocation)\b|\b(?:needs?|takes?|without|add) (?:an? |the |no )?(?:articles?|prepositions?|plural|infinitive|gerund|(?:past|present) (?:simple|perfect|tense))\b|\blet me (?:teach|explain)\b/i;

/** What is said about the language is no sentence of it to learn: "Bananas are countable but anyway." */
export const aboutWords: Gate = {
  name: 'about words',
  says: 'It speaks about grammar, not about the world.',
  stops: ({ text }) => grammar.test(text),
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
    ],
    passes: [
      'A comma splice is when you join two complete sentences.',
      'The banana is a fruit.',
      'No problem was too big for her.',
    ],
  },
};
