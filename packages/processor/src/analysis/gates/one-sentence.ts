import { foldedWords } from '@tulkka/shared/exercises';
import { seamsOf } from '../../language/run-on.ts';
import { wordsOf } from '../../language/tokens.ts';
import type { Gate } from './gate.ts';

const joins = /^(?:and|but|or|so|that|if|when|because|than|what|who|which|as|while|before|after|how|then)$/;
const subjects = /^(?:i|you|he|she|we|they)$/;

/** "You win the lottery you win a match": the second sentence begins as the first did, with nothing between. */
function beginsAgain(text: string): boolean {
  return text.split(/[,;:.!?]/).some((piece) => {
    const words = foldedWords(piece);
    const [subject = '', verb = ''] = words;
    return (
      subjects.test(subject) &&
      words.some((word, at) => at > 2 && word === subject && words[at + 1] === verb && !joins.test(words[at - 1] ?? ''))
    );
  });
}

/** "Follow up to follow up is …": the end of one sentence, and the head of the next in the same words. */
function repeatsAcrossSeam(text: string): boolean {
  return /\b(\p{L}+ \p{L}+) (?:to )?\1\b/iu.test(text);
}

/** "Turnover, that's lovely, did you look it up?": a remark, and a question to the learner. */
const asksBehindComma =
  /^(?!(?:if|when|after|before|in|on|at)\b)[^,]+,.*,\s*(?:did|do|have|are|can|could|will) you\b[^,]*\?$/i;

/** "I want a new challenge a challenge is …", "They build sponge cities it means …": the end of one is explained by the next. */
const explainsItsEnd =
  /\b(\p{L}{4,}) an? \1 (?:is|means)\b|(?<![,.;:] ?)\b(?!(?:and|but|so|because|that|what|when|if|think|know|guess|say)\b)\p{L}+ it means\b/iu;

const links =
  /^(?:that|what|who|which|because|and|but|when|if|where|how|why|so|as|than|until|while|before|after|or|then|like|is|are|think|thinks|know|knows|believe|believes|hope|hopes|say|says|said|tell|tells|told|guess|feel|feels|see|hear|sure|mean|means|suppose|find|wish|glad|happy|sorry|afraid|there|this|everything|something|all|not|it|he|she)$/;

/** "He go there sounds funny", "I speak with him is perfectly fine": words are the subject of what is said about them. */
function isSubjectItself(text: string): boolean {
  const words = wordsOf(text.replace(/,.*$/, ''));
  if (!/^(?:i|he|she|it|we|they|you)$/.test(words[0] ?? '')) return false;
  const at = words.findIndex(
    (word, i) =>
      i > 2 && /^(?:is|makes|sounds|hurts|means|doesn['’]t|isn['’]t)$/.test(word) && !links.test(words[i - 1] ?? ''),
  );
  return at > 0 && !words.slice(1, at).some((word) => links.test(word));
}

/** "We painted a door it was heavy", "It's a nice ladder when is the delivery": what runs on without a mark. */
const runsOn = (text: string): boolean =>
  !/[,;:](?=\s)/.test(text) && seamsOf(wordsOf(text)).some(({ isDoubtful }) => !isDoubtful);

/** Captions without full stops join what was said apart. */
export const oneSentence: Gate = {
  name: 'one sentence',
  says: 'The recording joined two sentences.',
  stops: ({ text }) =>
    beginsAgain(text) ||
    repeatsAcrossSeam(text) ||
    asksBehindComma.test(text) ||
    explainsItsEnd.test(text) ||
    isSubjectItself(text) ||
    runsOn(text) ||
    // a bare verb as the subject of "is": the next remark about a word
    /^(?:i|you|he|she|we|they)\b.*\b(?<!to )(?:pretend|intend|attend|assist|realise|actually|currently) is\b/i.test(
      text,
    ),
  needsMarks: 'a remark before a question shows by its commas',
  examples: {
    stops: [
      'You win the lottery you win a match but you earn a salary.',
      'You follow up to follow up is to contact somebody again after a meeting.',
      'I hope to become a manager pretend is false friend again.',
      "Hangover, that's a good one, did you have one?",
      'We need a new strategy a strategy is a plan for a long time.',
      'They plant hedges it means nobody can look in.',
      "He isn't agree makes my ears hurt.",
      'I speak with my boss is perfectly fine.',
      'We waited there until five my brother was so late.',
      'Honestly this is a good start when is the test?',
    ],
    passes: [
      'You save time, you save money and you have more flexibility.',
      'You know that you know a lot of people.',
      'I think I know him.',
      'When you are late, do you call, or do you run?',
      'I know what it means.',
      'I think dinner is ready.',
      'I know he is late.',
      'When I was a child we lived here.',
      'The film I saw yesterday was long.',
      'A strategy is a plan.',
    ],
  },
};
