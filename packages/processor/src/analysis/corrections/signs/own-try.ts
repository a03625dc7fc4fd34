import { sameBase } from '../../../language/inflection.ts';
import { wordsOf } from '../../../language/tokens.ts';
import { isContent, praise } from '../../../language/words.ts';
import { namesAMistake } from '../../conversation/moves/names-a-mistake.ts';
import type { Sentence } from '../../types.ts';
import type { SignName } from '../../weighing/confidence.ts';
import type { Edit } from '../compare/edit.ts';
import { type Lesson, opened, openedWords } from '../lesson.ts';
import { contentKeys } from '../ways/reach.ts';
import type { Source } from '../ways/sources.ts';

const agreeing: ReadonlySet<string> = new Set(
  "yes yep yeah right bingo that's spot point caught mhm uh-huh bravo both there".split(' '),
);
/** What a teacher says who is not content yet. */
const refuses =
  /^(?:no|nope|almost|nearly|careful|not|hmm*|try again|again|listen|still)\b|\bnot quite\b|\b(?:almost|nearly|try again|careful)\b(?=[.,!]|$)|\bnot\b[^.?!]{1,30}[.!]?$/i;

/** Whether the teacher accepts a learner's second try: praise, or the same words again. */
export function isAccepted(lesson: Lesson, attempt: Sentence, edit: Edit): boolean {
  const right = openedWords(edit.right);
  for (let id = attempt.id + 1; id <= attempt.id + 4; id += 1) {
    const sentence = lesson.sentences[id];
    if (sentence === undefined || sentence.role === 'student') continue;
    if (opened(lesson.units[id] ?? []).includes(right)) return true;
    const first = sentence.words.slice(0, 3).map((token) => token.lower);
    if (first.some((word) => praise.has(word) || agreeing.has(word))) return true;
    if (sentence.id > attempt.id + 2) break;
  }
  return false;
}

/** Whether the teacher's next words refuse a try; a teacher who goes on has taken it. */
export function isRefused(lesson: Lesson, attempt: Sentence): boolean {
  for (let id = attempt.id + 1; id <= attempt.id + 4; id += 1) {
    const sentence = lesson.sentences[id];
    if (sentence === undefined || sentence.role === 'student') continue;
    return refuses.test(sentence.raw);
  }
  return false;
}

/** What the teacher said between a learner's words and the next try at them. */
function between(lesson: Lesson, learner: Sentence, attempt: Sentence): Sentence[] {
  return lesson.sentences.slice(learner.id + 1, attempt.id).filter(({ role }) => role !== 'student');
}

/** Within so many sentences of the teacher's a word of meaning is given to the learner. */
const givenWithin = 2;

/** Whether the new words of a try are the teacher's: a word of meaning by itself, a little one with its neighbour. */
function isGiven(lesson: Lesson, said: readonly Sentence[], edit: Edit): boolean {
  const fresh = edit.added.filter((word) => !edit.removed.includes(word));
  const heard = said.map(({ id }) =>
    opened(lesson.units[id] ?? [])
      .replaceAll(' your ', ' my ')
      .replaceAll(' you ', ' i '),
  );
  // "My all clothes", "all your clothes": nothing is new but the order
  if (fresh.length === 0 && edit.kind !== 'word order') return false;
  if (fresh.length === 0) return heard.some((each) => each.includes(openedWords(edit.right)));
  // a word that comes late in the teacher's turn belongs to other talk
  const first = heard.slice(0, givenWithin);
  const right = openedWords(edit.right).trim().split(' ');
  return fresh.every((word) => {
    if (isContent(word)) return first.some((each) => each.includes(` ${word} `));
    return right.some((other, i) => {
      if (other !== word) return false;
      const pairs = [right.slice(i - 1, i + 1), right.slice(i, i + 2)].filter(({ length }) => length === 2);
      return heard.some((each) => each.trim() === word || pairs.some((pair) => each.includes(` ${pair.join(' ')} `)));
    });
  });
}

const longestHint = 9;
const longestBrokenOff = 7;
const leftOpen = /(?:\.\.\.|…)["”']?\s*\??$/;
const choice = /\b(\S+) or (?:\S+ )?(\S+)\?/i;

/** Whether the teacher asked for another try: the learner's words again up to the mistake, two to choose from, a rule. */
function isHint(lesson: Lesson, learner: Sentence, said: readonly Sentence[], edit: Edit): boolean {
  const last = said.at(-1);
  if (last === undefined) return false;
  const own = (lesson.units[learner.id] ?? []).map(({ norm }) => norm);
  const words = (lesson.units[last.id] ?? []).map(({ norm }) => norm);
  const isOwn = (word: string): boolean => own.some((other) => other === word || sameBase(other, word));
  if (said.some(({ raw }) => namesAMistake.isIn(raw) || (leftOpen.test(raw.trim()) && raw.length < 60))) return true;
  if (choice.test(last.raw) && edit.removed.some((word) => words.includes(word))) return true;
  // "he likes but they" breaks off where the mistake was
  const isBrokenOff =
    words.length <= longestBrokenOff && isOwn(words.at(-1) ?? '') && words.filter(isOwn).length * 2 >= words.length;
  if (words.length >= 2 && isBrokenOff) return true;
  return words.length > 0 && words.length <= longestHint && words.filter(isOwn).length >= Math.max(1, words.length - 1);
}

/** So many turns later a word that the teacher refused is still being mended. */
const refusedWithin = 4;
/** What a learner may answer to a hint before the whole is said again. */
const longestAnswer = 3;

/** Whether a try comes at once, with no more than a word or two of the learner's in between. */
function isSoon(lesson: Lesson, learner: Sentence, { sentence, turns }: Source): boolean {
  if (turns <= 2) return true;
  const own = lesson.sentences
    .slice(learner.id + 1, sentence.id)
    .filter(({ role, turn }) => role === 'student' && turn !== sentence.turn && turn !== learner.turn);
  return turns <= refusedWithin && own.every(({ words }) => words.length <= longestAnswer);
}

const refusesAWord = /\b(?:don't|do not|can't|never|wouldn't|not) (?:say|use|call it|write)\b([^.?!]*)/gi;

/** "With a radio we don't say close": the teacher names a word of the learner's that does not go here. */
function isRefusedWord(said: readonly Sentence[], { removed }: Edit): boolean {
  const own = removed.filter(isContent);
  return said.some(({ raw }) =>
    [...raw.matchAll(refusesAWord)].some(([, words = '']) =>
      wordsOf(words).some((word) => own.some((other) => other === word || sameBase(other, word))),
    ),
  );
}

/** Another way to say what was right. */
const offersAnother = /\b(?:(?:could|can|might) also|or (?:easier|simply|shorter|just)|another way|in other words)\b/i;
/** Of a try with other words of meaning so much of the first must stay. */
const fewestKept = 0.5;

/** A learner's second try tells of a mistake when the teacher asked for it and took it. */
export function signOfOwnTry(
  lesson: Lesson,
  learner: Sentence,
  source: Source,
  edit: Edit,
  closeness: number,
): SignName {
  const attempt = source.sentence;
  if (source.turns === 0) return 'own try in the same breath';
  const said = between(lesson, learner, attempt);
  const first = said[0]?.words[0]?.lower ?? '';
  const isTaken = isAccepted(lesson, attempt, edit);
  const isGood = isTaken || !isRefused(lesson, attempt);
  const swapsMeaning = edit.removed.some(isContent) && edit.added.some(isContent);
  // who was praised said it well; who says something far from it says something else
  const isFine = praise.has(first) && !said.some(({ raw }) => namesAMistake.isIn(raw));
  const isOther = said.some(({ raw }) => offersAnother.test(raw)) || (swapsMeaning && closeness < fewestKept);
  const isTry = isGood && isSoon(lesson, learner, source) && !isFine && !isOther;
  if (isGood && source.turns <= refusedWithin && swapsMeaning && isRefusedWord(said, edit))
    return 'own try with the word discussed';
  if (isTry && isGiven(lesson, said, edit)) return "own try with the teacher's words";
  if (praise.has(first) && isTaken) return 'own try after praise';
  if (isTry && isHint(lesson, learner, said, edit)) return 'own try after a hint';
  if (!isTaken) return 'own try, not accepted';
  if (said.length === 0) return 'own try after praise';
  const swapsWords =
    edit.removed.some(isContent) &&
    edit.added.some(isContent) &&
    (edit.category === 'wordChoice' || edit.category === 'collocation');
  if (!swapsWords) return 'own try, asked and accepted';
  if (edit.removed.filter(isContent).length !== 1 || edit.added.filter(isContent).length !== 1)
    return 'own try in other words';
  const keys = new Set<string>();
  for (const each of said) for (const key of lesson.keys[each.id] ?? []) keys.add(key);
  const discussed = edit.added
    .filter(isContent)
    .every((word) => [...contentKeys([{ norm: word, token: 0 }])].some((key) => keys.has(key)));
  return discussed ? 'own try with the word discussed' : 'own try in other words';
}
