import { foldedWords } from '@tulkka/shared/exercises';
import { irregularForm } from '../../language/verb-forms.ts';
import { auxiliaries } from '../../language/words.ts';
import type { Gate } from './gate.ts';

const finite = (words: readonly string[]): number =>
  words.filter(
    (word) => auxiliaries.has(word) || /['’](?:s|m|re|ve|ll|d|t)$/.test(word) || /^(?:means?|lets?)$/.test(word),
  ).length;
const longestHalf = 7;
const nounHead = /^(?:the|an?|one|some|people|those|\p{L}+s|our|your|my)$/u;

/** "To give up their seats.", "Getting better at it.": no finite verb behind the head. */
const isVerbal = (words: readonly string[]): boolean => {
  const [first = ''] = words;
  if (first === 'to') return finite(words.slice(1)) === 0;
  return (
    /.{3}ing$/.test(first) &&
    !/^(?:everything|nothing|something|anything|morning|evening|during|bring|king|spring|string)$/.test(first) &&
    finite(words) === 0 &&
    !words.some((word) => /^(?:i|he|she|we|they)$/.test(word))
  );
};

/** "People who live there.", "The email you sent me.": a noun with its clause, and nothing said of it. */
function isNounWithClause(words: readonly string[], text: string): boolean {
  if (!nounHead.test(words[0] ?? '')) return false;
  const at = words.findIndex(
    (word, i) => i > 0 && i < 3 && (/^(?:who|which)$/.test(word) || /^(?:i|you|he|she|we|they)$/.test(word)),
  );
  return at > 0 && words.length - at <= 4 && finite(words) === 0 && !text.endsWith('?');
}

/** "The house that we painted for my aunt.": a thing with its clause, and nothing said of it. */
const isThingWithClause = (words: readonly string[], text: string): boolean =>
  /^(?:the|an?|my|our|your) \p{L}+ that (?:i|you|he|she|we|they) [^,]+[.!]$/iu.test(text) && finite(words) === 0;

/** "A neighbour who works at a bank.": a person with a clause, however long, and no other verb. */
function isPersonWithClause(words: readonly string[]): boolean {
  const at = words.findIndex((word, i) => i > 1 && i < 4 && word === 'who');
  if (at < 0 || !/^(?:an?|the|one|some|my|your|our|his|her|their)$/.test(words[0] ?? '')) return false;
  const [verb = '', ...rest] = words.slice(at + 1);
  const mayBeVerb = (word: string): boolean => /(?:ed|[^su]s)$/.test(word) || irregularForm(word) !== undefined;
  return rest.length > 0 && finite(words) === 0 && /[^su]s$|ed$/.test(verb) && !rest.some(mayBeVerb);
}

/** "Shortage of chips, two years ago.", "One of our machines.": nouns held together by little words. */
function isNounAlone(words: readonly string[], text: string): boolean {
  if (finite(words) > 0 || words.some((word) => /^(?:i|you|he|she|it|we|they|there|who|this)$/.test(word)))
    return false;
  if (/^(?:an?|two|three|five|ten|\d+) (?:hundred |thousand )?\p{L}+ (?:an?|per|each) \p{L}+[.!]$/iu.test(text))
    return true;
  if (/^an? (?:good|great|big|large|small|little|long|short|bad|deep) \p{L}+ of \p{L}+[.!]$/iu.test(text)) return true;
  return /^(?:one of (?:the|our|my|your|these|those) \p{L}+|\p{L}+ of \p{L}+, .*\bago)[.!?]$/iu.test(text);
}

/** "Have you ever eaten.": a question that lost its mark or its end. */
const isHalfQuestion = (words: readonly string[], text: string): boolean =>
  /^(?:do|does|did|have|has|can|could|will|would|are|is|was|were)$/.test(words[0] ?? '') &&
  /^(?:i|you|he|she|it|we|they|there)$/.test(words[1] ?? '') &&
  !text.endsWith('?');

/** "How much time people spend.", "It looks bad, doesn't it.": a question, or half of one, told as a sentence. */
const isUnasked = (words: readonly string[], text: string): boolean =>
  !text.endsWith('?') &&
  ((/^(?:how|why|where|which)$/.test(words[0] ?? '') && finite(words) === 0) ||
    /,\s*(?:\p{L}+n['’]t|is|are|was|were|do|does|did|have|has|can|will) (?:i|you|he|she|it|we|they|there)[.!]$/iu.test(
      text,
    ));

/** "A headache, a cold, a fever!": things in a row, and nothing said of them. */
function isList(text: string): boolean {
  const parts = text.replace(/[.!?]+$/, '').split(/,\s*(?:and |or )?/);
  return parts.length > 2 && parts.every((part) => /^(?:an?|the|some|my|your) (?:\p{L}+ )?\p{L}+$/iu.test(part));
}

/** "All your ladders.", "Any other questions?", "The cellar, beside the stairs.", "Future owners and that we build.": what is spoken of, and no more. */
const isBareTopic = (words: readonly string[], text: string): boolean =>
  (finite(words) === 0 &&
    (/^(?:all|any|some) (?:my|your|his|her|our|their|other) \p{L}+(?:, \p{L}+){0,2}[.!?]$/iu.test(text) ||
      /^(?:the|an?|my|your|our) \p{L}+, (?:in|on|at|beside|behind|under|near|next to) (?:the|an?|my|your|our) \p{L}+[.!]$/iu.test(
        text,
      ))) ||
  /^(?:\p{L}+ ){1,3}and that (?:i|you|he|she|we|they) \p{L}+[.!]$/iu.test(text) ||
  /^\p{L}+, (?:the|an?|some|my|your) \p{L}+,? and then (?:the|an?|some|my|your) \p{L}+(?: if .*)?[.!]$/iu.test(text);

/** "If he is late?", "When you were sixteen?": half a sentence, asked as if it were whole. */
const isHalfAsked = (text: string): boolean =>
  /^(?:if|when|because|while|although|unless) (?:i|you|he|she|it|we|they|the|my|your|his|her|our|their)\b(?!.*(?:,|\b(?:what|who|where|how|why|do|does|did|will|can|could|would|should)\b)).*\?$/iu.test(
    text,
  );

/** "If I have time.", "When we come back.", "As if I was putting on gloves.": a clause that hangs on one which is not there. */
const isHalfTold = (words: readonly string[], text: string): boolean =>
  /^as if\b/i.test(text) ||
  (/^(?:if|when|because|although|unless|until|while)$/.test(words[0] ?? '') &&
    /[.!]$/.test(text) &&
    !text.includes(',') &&
    words.length <= longestHalf &&
    words.filter((word) => /^(?:i|you|he|she|it|we|they|there)(?:['’]|$)/.test(word)).length < 2 &&
    finite(words.filter((_, at) => at !== 2)) === 0);

/** "If we had left earlier, we wouldn't.", "He said that if you slept six hours.": half of a condition is missing. */
const isHalfCondition = (text: string): boolean =>
  /^(?:if|when|in)\b.*,\s*(?:(?:i|you|he|she|it|we|they) )?(?:would|will|could|had|can|might)(?:n['’]t)?[.!]$/i.test(
    text,
  ) ||
  /\b(?:said|says|say|think|thinks|know|knows|told \p{L}+) that if (?:i|you|he|she|it|we|they|the|my)\b(?!.*(?:,|\b(?:would|will|can|could|might)\b))/iu.test(
    text,
  );

/** "Gossip, and saying what others said.": one word and what hangs on to it. */
const isAfterthought = (text: string): boolean => /^\p{L}+, and (?:\p{L}+ing|not|then|also|a|the)\b/iu.test(text);

/** A subject, a finite verb, and all that they need. */
export const standsAlone: Gate = {
  name: 'stands alone',
  says: 'It is only a part of a sentence.',
  stops: ({ text }) => {
    const words = foldedWords(text);
    return (
      isVerbal(words) ||
      isNounWithClause(words, text) ||
      isPersonWithClause(words) ||
      isNounAlone(words, text) ||
      isHalfQuestion(words, text) ||
      isUnasked(words, text) ||
      isList(text) ||
      isAfterthought(text) ||
      isBareTopic(words, text) ||
      isHalfCondition(text) ||
      isHalfAsked(text) ||
      isHalfTold(words, text) ||
      isThingWithClause(words, text)
    );
  },
  needsMarks: 'a list shows by its commas',
  examples: {
    stops: [
      'To give up their seats.',
      'Getting better at it.',
      'People who live there.',
      'The email you sent me.',
      'A neighbour who works at a bank.',
      'A good command of English.',
      'Shortage of chips, two years ago.',
      'One of our machines.',
      'A thousand euros a week.',
      'Have you ever eaten.',
      'Is there a garden.',
      'How much money they earn.',
      "It sounds strange, doesn't it.",
      'A fork, a sharp knife, a spoon.',
      'Bullying, and laughing at what others wear.',
      'To collect, analysing, the interpretation.',
      'All your ladders.',
      'He said that if you painted it for two weeks.',
      'The cellar, beside the stairs.',
      'Future owners and that we build.',
      'If she is tired?',
      'When they come home.',
      'The house that we painted for my aunt.',
      'As if we were rich.',
      'When they were younger?',
      'Paint, the roof, and then some tiles if we have time.',
    ],
    passes: [
      'To haggle means to discuss the price of something.',
      'People who live there are lucky.',
      'The email you sent me was long.',
      'A neighbour who works at a bank helped me.',
      'The man who lives here has a dog.',
      'Have you ever eaten octopus?',
      'How much is a ticket?',
      'How they did it is a secret.',
      'A fork, a knife and a spoon lay on the table.',
      'One of our machines is broken.',
      'All my ladders are old.',
      'He said that if you painted it you would like it.',
      'He paints and that helps me.',
      'When they come home, are they tired?',
      'When do they come home?',
      'When they come home they are tired.',
      'If it rains the match is off.',
      'The house that we painted is blue.',
      'If you find it what will you do?',
    ],
  },
};
