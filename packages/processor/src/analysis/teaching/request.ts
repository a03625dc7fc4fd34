import type { Hearing } from './heard.ts';
import { type Spoken, written } from './spoken.ts';

/** What a teacher says in the end to be told a word, and the meaning that it gives with it. */
export interface Request {
  meaning: string | null;
  /** The beginning of the word, where the teacher gives it: "over…". */
  start: string;
}

const longestMeaning = 22;
/** A sentence of fewer words before an open one only leads to it: "Next picture." */
const fewestBefore = 4;

/** "What do we call …?", with the meaning in what follows or in what stands before. */
const calls =
  /\b(?:what (?:do|would|can|did) (?:we|you|people|they) call|what(?:'s| is) (?:the |another |a )?(?:english |right |good )?(?:word|name|verb|noun|adjective|expression|phrase|idiom|term) for|how (?:do|would|can) (?:we|you) say)\b ?(?<meaning>.*)$/i;
const isCalled =
  /^(?<meaning>.*?),? ?(?:(?:do you know |can you remember |remember )?what(?:'s| is| are| do we call| do you call| would you call) (?:it|that|this|them|they|those|he|she|him|her|the word)(?:'s| is| are)?(?: called)?(?: again| in english)?|(?:is|are) called what)$/i;
const opposite = /\b(?<meaning>(?:the )?opposite of .+)$/i;
const whoDoes =
  /^(?:and |so |now |okay )*who(?<does> (?!is\b|'s\b|are\b|was\b|has\b|can\b|wants\b|likes\b|said\b|did\b|do\b)\p{L}+s .+)$/iu;
/** "And the noun?" */
const anotherForm =
  /^(?:what(?:'s| is) )?(?:and )?(?:the |its |as an? )?(?:noun|verb|adjective|adverb|opposite)(?: (?:is|form))?$/i;
const pointsBack = /^(?:this|that|it|these|those|them|him|her|he|she|they)?(?: (?:in english|thing|again))?$/i;
const aboutLanguage = /\b(?:noun|verb|adjective|adverb|plural|past|participle|preposition|article)\b/i;

/** A meaning without what opened its sentence: "and", "so", "now". */
const trimmed = (text: string): string =>
  text
    .replace(
      /^(?:(?:and|so|but|now|okay|ok|right|yes|well|then|good|great|lovely|perfect|exactly|number \p{L}+|word number \p{L}+)[,.]? )+/iu,
      '',
    )
    .replace(/[,.?! ]+$/, '');

function told(meaning: string): string | null {
  const text = trimmed(meaning);
  const words = text.split(' ').length;
  return words < 2 ||
    words > longestMeaning ||
    pointsBack.test(text) ||
    aboutLanguage.test(text) ||
    /\b(?:I|my|me|he|she|his|her)\b/i.test(text)
    ? null
    : text;
}

/** The last sentence of a turn and the one before, as words. */
function lastSentences(spoken: readonly Spoken[]): { last: [number, number]; before: [number, number] } {
  const starts = (end: number): number => {
    let at = end - 1;
    while (at > 0 && spoken[at]?.sentence === spoken[at - 1]?.sentence) at -= 1;
    return Math.max(0, at);
  };
  const from = starts(spoken.length);
  return { last: [from, spoken.length], before: [from === 0 ? 0 : starts(from), from] };
}

const tails =
  /^(?<meaning>.*?)(?:^|,? )(?:(?:so |then |and )*(?:it|that|this|he|she|they|you|we|i)(?:'s| is|'re| are|'m| am| feel|'d say| say| call it| call that)|is called|are called|is|are|is known as)(?: called)?(?: (?:a|an|the|your|very|really|so))?(?: (?<start>\p{L}{1,8}))?$/iu;

/** "He takes care of animals, so he's a…": the teacher leaves the word to the learner. */
function leftOpen(spoken: readonly Spoken[], text: string): Request | null {
  if (!/(?:\.{2,}|…|-|–)["'”]?\??\s*$/.test(text)) return null;
  const { last, before } = lastSentences(spoken);
  const groups = tails.exec(written(spoken, ...last))?.groups;
  if (groups === undefined) return null;
  const said = groups.meaning ?? '';
  const condition = /^(?:and |so |but )*(?:if|when) (?<clause>.+)$/i.exec(said)?.groups?.clause;
  const earlier = trimmed(written(spoken, ...before)).replace(/^(?:it|that|this)(?:'s| is) /i, '');
  const whole = said === '' ? (earlier.split(' ').length < fewestBefore ? '' : earlier) : (condition ?? said);
  const meaning = told(whole);
  const isClause =
    condition !== undefined ||
    /^(?:you|we|somebody|someone|people|the \p{L}+ (?!who|that|which|where|you|of|we)\p{L}+s\b)/iu.test(meaning ?? '');
  return { meaning: meaning !== null && isClause ? `when ${lowered(meaning)}` : meaning, start: groups.start ?? '' };
}

const lowered = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** What a turn asks for with its last sentence; null where it asks for no word. */
export function requestIn({ turn, spoken }: Hearing['turns'][number]): Request | null {
  const open = leftOpen(spoken, turn.text);
  if (open !== null) return open;
  const { last, before } = lastSentences(spoken);
  const question = trimmed(written(spoken, ...last));
  const called = calls.exec(question)?.groups?.meaning;
  const stated = isCalled.exec(question)?.groups?.meaning;
  const earlier = trimmed(written(spoken, ...before));
  if (called !== undefined)
    return {
      meaning: told(called) ?? (stated === undefined ? told(earlier) : (told(stated) ?? told(earlier))),
      start: '',
    };
  if (stated !== undefined) return { meaning: told(stated) ?? told(earlier), start: '' };
  const against = opposite.exec(question)?.groups?.meaning;
  if (against !== undefined && turn.sentences.at(-1)?.question === true)
    return { meaning: against.replace(/^opposite/, 'the opposite'), start: '' };
  if (anotherForm.test(question)) return { meaning: null, start: '' };
  const does = whoDoes.exec(question)?.groups?.does;
  return does === undefined || question.split(' ').length < 4
    ? null
    : { meaning: told(`somebody who${does}`), start: '' };
}
