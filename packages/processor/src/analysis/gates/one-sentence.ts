import { foldedWords } from '@tulkka/shared/exercises';
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

/** Captions without full stops join what was said apart. */
export const oneSentence: Gate = {
  name: 'one sentence',
  says: 'The recording joined two sentences.',
  stops: ({ text }) =>
    beginsAgain(text) ||
    repeatsAcrossSeam(text) ||
    asksBehindComma.test(text) ||
    explainsItsEnd.test(text) ||
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
    ],
    passes: [
      'You save time, you save money and you have more flexibility.',
      'You know that you know a lot of people.',
      'I think I know him.',
      'When you are late, do you call, or do you run?',
      'I know what it means.',
      'A strategy is a plan.',
    ],
  },
};
