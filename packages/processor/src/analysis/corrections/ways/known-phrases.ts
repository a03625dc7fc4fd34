import type { Unit } from '../../../language/align.ts';
import { sameBase } from '../../../language/inflection.ts';
import type { Token } from '../../../language/tokens.ts';
import { isContent } from '../../../language/words.ts';
import { type FoundPhrase, findPhrases, findRight, type PhraseMatch } from '../../../learner-phrases/index.ts';
import type { Sentence } from '../../types.ts';
import type { SignName } from '../../weighing/confidence.ts';
import type { Edit } from '../compare/edit.ts';
import type { Part } from '../compare/parts.ts';
import { fromTeachersPerson, writtenWords } from '../compare/phrases.ts';

const firstPerson: ReadonlySet<string> = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'mine', 'ours']);

/** What learners are known to say in a learner's sentence. */
export const phrasesIn = (units: readonly Unit[]): readonly FoundPhrase[] => findPhrases(units.map(({ norm }) => norm));

/** Whether two fillings of a slot can be the same thing: a pronoun may stand for anything. */
function isFilledAlike(own: readonly string[], said: readonly string[]): boolean {
  const [mine, theirs] = [own.filter(isContent), said.filter(isContent)];
  if (mine.length === 0 || theirs.length === 0) return true;
  return mine.some((word) => theirs.some((other) => word === other || sameBase(word, other)));
}

/** The words of a match as written; of "she's fourteen" no more than "is fourteen". */
function openedWhereCut(tokens: readonly Token[], said: readonly Unit[], { from, to }: PhraseMatch): string[] {
  const isCut = (at: number, beside: number): boolean =>
    said[at]?.token === said[beside]?.token && said[beside] !== undefined;
  const [head, tail] = [isCut(from, from - 1), isCut(to - 1, to)];
  const inner = writtenWords(tokens, said, head ? from + 1 : from, tail ? to - 1 : to);
  const norm = (at: number): string => said[at]?.norm ?? '';
  return [...(head ? [norm(from)] : []), ...inner, ...(tail && to - 1 > from ? [norm(to - 1)] : [])];
}

/** The change where a sentence holds a right version of a known phrase of the learner's; null where it does not. */
export function phrasePutRight(
  phrase: FoundPhrase,
  units: readonly Unit[],
  sentence: Sentence,
  said: readonly Unit[],
): { edit: Edit; part: Part } | null {
  const words = said.map(({ norm }) => norm);
  const right = findRight(phrase.entry, words);
  if (right === null) return null;
  for (const [slot, filling] of right.slots) {
    const own = phrase.slots.get(slot);
    if (own !== undefined && !isFilledAlike(own, filling)) return null;
  }
  const { from, to, entry } = phrase;
  const wrong = units.slice(from, to).map(({ norm }) => norm);
  const put = words.slice(right.from, right.to);
  if (wrong.join(' ') === put.join(' ')) return null;
  const tokens = sentence.words;
  const isTurned = sentence.role !== 'student' && wrong.some((word) => firstPerson.has(word));
  const written = openedWhereCut(tokens, said, right);
  const sign = entry.sure === 'always' ? 'a known phrase put right' : 'a possible phrase put right';
  const signs: SignName[] = [phrase.isOther ? 'another form of a phrase put right' : sign];
  const edit: Edit = {
    from,
    to,
    core: { from, to },
    wrong,
    right: isTurned ? written.map((word, i) => fromTeachersPerson(word, written[i - 1])) : written,
    category: entry.category,
    kind: 'known phrase',
    evidence: 1,
    signs,
    weak: false,
    known: entry.sure === 'always',
    removed: wrong.filter((word) => !put.includes(word)),
    added: put.filter((word) => !wrong.includes(word)),
  };
  const inside = new Set(said.slice(right.from, right.to).map(({ token }) => token));
  const part: Part = {
    sentence,
    tokens: tokens.filter((_token, i) => inside.has(i)),
    units: said.slice(right.from, right.to),
    whole: false,
  };
  return { edit, part };
}
