import { straight } from '../../language/apostrophes.ts';
import type { Sentence, Turn } from '../types.ts';

/** A word of a turn with what stands before it; "that's" is two. */
export interface Spoken {
  text: string;
  lower: string;
  sentence: Sentence;
  /** The marks between the word before and this one: ",", ".", "". */
  mark: string;
  /** A tongue that looked for words stopped before it: its commas are none. */
  isHesitant: boolean;
  /** "You know" or "like" was said before it between commas. */
  isAside: boolean;
  /** The second part of a contraction: no space stands before it. */
  isGlued: boolean;
}

const contraction = /^(?<word>\p{L}[\p{L}-]*)(?<end>['’](?:s|re))$/u;
const neverRead = new Set(['private', 'tech', 'foreign']);

/** The words of a turn in order, without fillers and stutters, each with the mark before it. */
export function spokenIn({ sentences, text }: Turn): Spoken[] {
  const spoken: Spoken[] = [];
  let end = 0;
  for (const sentence of sentences) {
    if (sentence.aside !== null && neverRead.has(sentence.aside)) continue;
    for (const token of sentence.words) {
      const gap = text.slice(end, token.start);
      const mark = gap.replace(/[^.,;:?!…–—"“”]/gu, '');
      const isAside = /(?:[,.?!]|^)\s*(?:you know|like),/i.test(gap);
      const isHesitant = !isAside && /\p{L}/u.test(gap);
      end = token.end;
      const { word = token.text, end: rest } = contraction.exec(token.text)?.groups ?? {};
      const own = { sentence, isHesitant, isAside, mark };
      spoken.push({ ...own, text: word, lower: straight(word.toLowerCase()), isGlued: false });
      if (rest !== undefined)
        spoken.push({
          ...own,
          text: rest,
          lower: straight(rest.toLowerCase()),
          mark: '',
          isGlued: true,
          isAside: false,
        });
    }
  }
  return spoken;
}

/** The words from one to before another as they would be written. */
export function written(spoken: readonly Spoken[], from: number, to: number): string {
  return spoken
    .slice(from, to)
    .map(({ text, mark, isGlued, isHesitant, isAside }, i) => {
      if (i === 0 || isGlued) return straight(text);
      const comma = mark.includes(',') && !isHesitant && !isAside ? ',' : /[–—]/.test(mark) ? ' –' : '';
      return `${comma} ${straight(text)}`;
    })
    .join('');
}

const sentenceEnd = /[.?!…;]/;

/** Whether a sentence ends before a word, as the recorder wrote it. */
export function isBreak(word: Spoken | undefined): boolean {
  return word === undefined || sentenceEnd.test(word.mark);
}

/** The words of a row in lower case, joined. */
export function rowOf(spoken: readonly Spoken[], from: number, to: number): string {
  return spoken
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ')
    .replaceAll(" '", "'");
}

/** What was found of a turn once: every place of it asks again. */
const marked = new WeakMap<readonly Spoken[], boolean>();

/** Whether the recorder of a turn writes marks at all. */
export function isMarked(spoken: readonly Spoken[]): boolean {
  const known = marked.get(spoken);
  if (known !== undefined) return known;
  const found = spoken.some(({ mark }) => mark !== '') || /[.,?!…]/.test(spoken.at(-1)?.sentence.raw ?? '');
  marked.set(spoken, found);
  return found;
}
