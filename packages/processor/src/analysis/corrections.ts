import { type Unit, unitsOf } from '../language/align.ts';
import { auxiliaries, isContent, praise, questionWords } from '../language/words.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { contrastsIn, mendedByContrast, mendedByFragment, mendedByOmission, ownRepair } from './contrasts.ts';
import { hasLearnerError } from './learner-errors.ts';
import { type Markers, readMarkers } from './markers.ts';
import { phraseOf, writtenWords } from './phrases.ts';
import { type Edit, editsBetween, type Part, partsOf } from './recasts.ts';
import { contentKeys, findReturns, type Returns, type Source, sourcesFor } from './sources.ts';
import { quoteOf } from './turns.ts';
import type { CorrectionReading, Sentence, Turn } from './types.ts';

/** How sure we must be before a learner is told that something was a mistake. */
const threshold = 0.8;
/** A definition is no repetition of anything. */
const defines = /^(?:an? [\p{L} -]{2,30} is (?:an?|the|when|someone|something|where)|(?:to )?[\p{L}' -]{2,40} means?) /iu;

interface Candidate {
  edit: Edit;
  learner: Sentence;
  units: readonly Unit[];
  part: Part;
  explicit: boolean;
  repeated: Sentence | null;
}

interface Lesson {
  turns: readonly Turn[];
  sentences: readonly Sentence[];
  units: readonly (readonly Unit[])[];
  keys: readonly ReadonlySet<string>[];
  returns: Returns;
  parts: (sentence: Sentence) => Part[];
  markers: (sentence: Sentence) => { markers: Markers; said: string };
  lexicon: Lexicon;
}

const opened = (units: readonly { norm: string }[]) => ` ${units.map((unit) => unit.norm).join(' ')} `;
const openedWords = (words: readonly string[]) => opened(words.flatMap((word) => unitsOf([{ text: word, lower: word.toLowerCase().replaceAll('’', "'"), start: 0, end: 0 }])));

function shareMeaning(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

function sharedCount(a: ReadonlySet<string> | undefined, b: ReadonlySet<string>): number {
  let count = 0;
  for (const key of b) if (a?.has(key) === true) count += 1;
  return count;
}

const asks = (word: string) => auxiliaries.has(word) || questionWords.has(word);

/** Whether one is a question and the other its answer or a question of its own, rather than two tries at the same thing. */
function otherKind(part: Part, learner: Sentence): boolean {
  const first = part.units[0]?.norm ?? '';
  const learnerFirst = unitsOf(learner.core.slice(0, 1))[0]?.norm ?? '';
  if (part.sentence.question && asks(first) && !learner.question && !asks(learnerFirst)) return true;
  return asks(learnerFirst) && (learner.question || questionWords.has(learnerFirst)) && !asks(first) && !part.sentence.question;
}

/** A later sentence of a learner's that holds the right words: the correction was heard. */
function repetition(lesson: Lesson, learner: Sentence, after: Sentence, edit: Edit): Sentence | null {
  const right = openedWords(edit.right);
  const wrong = ` ${edit.wrong.join(' ')} `;
  let turns = 0;
  let turn = after.turn;
  for (let id = after.id + 1; id < lesson.sentences.length && id <= after.id + 9; id += 1) {
    const sentence = lesson.sentences[id];
    if (sentence === undefined) break;
    if (sentence.turn !== turn) {
      turn = sentence.turn;
      turns += 1;
      if (turns > 2) break;
    }
    if (sentence.role === 'teacher' || (learner.role === 'student' && sentence.role !== 'student')) continue;
    const said = opened(lesson.units[id] ?? []);
    if (said.includes(right) && !(wrong.length > right.length && said.includes(wrong))) return sentence;
  }
  return null;
}

/** Whether the learner's next turn picks the new word up: "Ah, yes, chef, boss." */
function takenUp(lesson: Lesson, learner: Sentence, after: Sentence, edit: Edit): boolean {
  const fresh = edit.added.filter((word) => !edit.removed.includes(word) && (isContent(word) || edit.category === 'preposition'));
  if (fresh.length !== 1 || learner.role !== 'student') return false;
  for (let id = after.id + 1; id <= after.id + 6; id += 1) {
    const sentence = lesson.sentences[id];
    if (sentence === undefined || sentence.turn > after.turn + 1) return false;
    if (sentence.role === 'student' && sentence.words.length <= 8 && sentence.words.some((token) => token.lower === fresh[0])) return true;
  }
  return false;
}

/** Whether the teacher accepts a learner's second try: praise, or the same words again. */
function accepted(lesson: Lesson, attempt: Sentence, edit: Edit): boolean {
  const right = openedWords(edit.right);
  for (let id = attempt.id + 1; id <= attempt.id + 4; id += 1) {
    const sentence = lesson.sentences[id];
    if (sentence === undefined || sentence.role === 'student') continue;
    if (opened(lesson.units[id] ?? []).includes(right)) return true;
    const first = sentence.words.slice(0, 3).map((token) => token.lower);
    if (first.some((word) => praise.has(word) || ['yes', 'yep', 'yeah', 'right', 'bingo', "that's", 'spot', 'point', 'caught'].includes(word))) return true;
    if (sentence.id > attempt.id + 2) break;
  }
  return false;
}

/** Evidence from where and how the right words came. */
function circumstances(lesson: Lesson, learner: Sentence, source: Source, part: Part, edit: Edit, fit: { closeness: number; swapped: boolean; firstPerson: boolean }, explicit: boolean, repeated: Sentence | null): number {
  let evidence = 0;
  if (repeated !== null) evidence += 0.45;
  if (explicit && source.distance <= 8) evidence += 0.2;
  if (source.way === 'later') evidence -= edit.evidence >= 0.9 || source.numbered ? 0.05 : 0.35;
  else if (source.way === 'own') evidence += ownTry(lesson, learner, source, edit);
  else evidence += source.turns <= 1 && source.distance <= 4 ? 0.15 : source.turns <= 1 ? 0 : repeated !== null || edit.evidence >= 0.9 ? -0.2 : -0.35;
  const sameQuestion = learner.question && asks(part.units[0]?.norm ?? '');
  if (fit.swapped || !fit.firstPerson || sameQuestion || source.way === 'own') evidence += 0.15;
  else if (repeated === null && !explicit && source.way === 'next') evidence -= 0.15;
  evidence += fit.closeness >= 0.75 ? 0.1 : fit.closeness < 0.55 ? -0.15 : 0;
  if (part.sentence.question && !learner.question && source.way === 'next') evidence -= 0.1;
  if (source.way === 'prompted') evidence += source.sentence.role !== 'student' || accepted(lesson, source.sentence, edit) ? 0.2 : -0.4;
  if (source.way !== 'own' && saidBefore(lesson, source.sentence, edit)) evidence -= 0.4;
  if (learner.role === 'unknown') evidence -= 0.1;
  return evidence;
}

/** A learner's second try tells of a mistake when the teacher asked for it and took it. */
function ownTry(lesson: Lesson, learner: Sentence, source: Source, edit: Edit): number {
  const attempt = source.sentence;
  if (source.turns === 0) return -0.1;
  if (!accepted(lesson, attempt, edit)) return -0.1;
  const between = lesson.sentences.slice(learner.id + 1, attempt.id).filter((each) => each.role !== 'student');
  const first = between[0]?.words[0]?.lower ?? '';
  if (praise.has(first) || between.length === 0) return -0.4;
  const swapsWords = edit.removed.some(isContent) && edit.added.some(isContent) && (edit.category === 'wordChoice' || edit.category === 'collocation');
  if (!swapsWords) return 0.35;
  if (edit.removed.filter(isContent).length !== 1 || edit.added.filter(isContent).length !== 1) return -0.4;
  const keys = new Set<string>();
  for (const each of between) for (const key of lesson.keys[each.id] ?? []) keys.add(key);
  const discussed = edit.added.filter(isContent).every((word) => [...contentKeys([{ norm: word, token: 0 }])].some((key) => keys.has(key)));
  return discussed ? 0.45 : -0.4;
}

/** Whether the teacher said the learner's very words approvingly just before: then they are not wrong. */
function saidBefore(lesson: Lesson, sentence: Sentence, edit: Edit): boolean {
  const wrong = ` ${edit.wrong.join(' ')} `;
  if (edit.wrong.length < 2 || sentence.role !== 'teacher') return false;
  for (let id = sentence.id - 1; id >= 0 && lesson.sentences[id]?.turn === sentence.turn; id -= 1) {
    const earlier = lesson.sentences[id];
    if (earlier !== undefined && !earlier.question && opened(lesson.units[id] ?? []).includes(wrong) && !/\b(?:not|no|don't|never|say|said|wrong)\b/i.test(earlier.raw)) return true;
  }
  return false;
}

function judge(lesson: Lesson, learner: Sentence, source: Source, part: Part, sure: number): Candidate[] {
  const units = lesson.units[learner.id] ?? [];
  const { markers, said } = lesson.markers(source.sentence);
  const told = source.way === 'own' ? { markers: noMarkers, said: '' } : { markers, said };
  const { edits, closeness, swapped, firstPerson } = editsBetween(units, learner.words, part, lesson.lexicon, told.markers, told.said);
  const rightHasError = hasLearnerError(part.tokens.map((token) => token.lower));
  return edits.flatMap((edit) => {
    if (edit.evidence <= 0 || ((edit.weak || edit.evidence < 0.2) && sure <= 0)) return [];
    const repeated = source.way === 'own' ? null : repetition(lesson, learner, source.sentence, edit);
    let evidence = edit.evidence + sure + circumstances(lesson, learner, source, part, edit, { closeness, swapped, firstPerson }, told.markers.explicit, repeated);
    if (rightHasError) evidence -= 0.4;
    if (repeated === null && takenUp(lesson, learner, source.sentence, edit)) evidence += 0.3;
    // a word that no dictionary knows is a mishearing or a sound, not a mistake of grammar
    if (edit.removed.some((word) => isContent(word) && word.length > 2 && !knows(lesson.lexicon, word))) evidence -= 0.6;
    if (source.way === 'later' && sure <= 0 && sharedCount(lesson.keys[learner.id], contentKeys(part.units)) < 2) evidence -= 0.3;
    // one noun for another is mostly another thing; only a learner who takes it over makes it a correction
    if (repeated === null && sure <= 0 && swapsNouns(edit, lesson.lexicon)) evidence -= 0.3;
    if (evidence < threshold) return [];
    return [{ edit: { ...edit, evidence: evidence - source.distance * 0.005 }, learner, units, part, explicit: told.markers.explicit, repeated }];
  });
}

function swapsNouns(edit: Edit, lexicon: Lexicon): boolean {
  const noun = (words: readonly string[]) => words.some((word) => isContent(word) && lexicon.partsOfSpeech(lexicon.lemma(word))[0] === 'noun');
  return edit.category === 'wordChoice' && noun(edit.removed) && noun(edit.added);
}

/** A teacher's question that only hands the learner's words back: "And then, for wait?" */
function handsBack(lesson: Lesson, sentence: Sentence): boolean {
  if (!sentence.question || sentence.role === 'student' || sentence.core.length > 9) return false;
  const words = opened(unitsOf(sentence.core));
  for (let id = sentence.id - 1; id >= Math.max(0, sentence.id - 8); id -= 1) {
    if (lesson.sentences[id]?.role !== 'teacher' && opened(lesson.units[id] ?? []).includes(words)) return true;
  }
  return false;
}

const noMarkers: Markers = { explicit: false, omit: new Set(), add: new Set() };

function knows(lexicon: Lexicon, word: string): boolean {
  return lexicon.isWord(word) || lexicon.isWord(lexicon.lemma(word));
}

function candidatesFor(lesson: Lesson, learner: Sentence): Candidate[] {
  const units = lesson.units[learner.id] ?? [];
  const keys = lesson.keys[learner.id] ?? new Set<string>();
  const found: Candidate[] = repairOf(lesson, learner);
  for (const source of sourcesFor(learner, lesson.sentences, lesson.turns, lesson.returns)) {
    const { sentence } = source;
    if (sentence.aside === 'private' || sentence.aside === 'foreign') continue;
    const teaching = sentence.role !== 'student';
    if (teaching && ((source.distance <= 6 && source.turns <= 1) || source.way === 'later')) {
      for (const pair of contrastsIn(`${sentence.raw} ${following(lesson, sentence)}`)) {
        const part = mendedByContrast(learner.words, units, pair, sentence);
        if (part !== null) found.push(...judge(lesson, learner, source, part, 0.5));
      }
    }
    if (source.distance <= 2 && source.turns <= 1 && source.way !== 'later') {
      const part = mendedByFragment(learner.words, units, sentence);
      if (part !== null) found.push(...judge(lesson, learner, source, part, source.way === 'prompted' ? 0.1 : -0.1));
    }
    if (teaching && source.distance <= 4 && source.turns === 1 && source.way === 'next') {
      const part = mendedByOmission(learner.words, units, readMarkers(sentence.raw).omit, sentence);
      const about = [sentence.id, sentence.id - 1].some((id) => lesson.sentences[id]?.turn === sentence.turn && shareMeaning(keys, lesson.keys[id] ?? new Set()));
      if (part !== null && about) found.push(...judge(lesson, learner, source, part, -0.9));
    }
    const close = source.turns <= 1 && source.distance <= 3;
    if ((!close && !shareMeaning(keys, lesson.keys[sentence.id] ?? new Set())) || handsBack(lesson, sentence) || lesson.returns.quotes.has(sentence.id)) continue;
    if (teaching && defines.test(sentence.text)) continue;
    for (const part of lesson.parts(sentence)) {
      if (part.units.length < 2 || part.units.length > 40 || otherKind(part, learner)) continue;
      found.push(...judge(lesson, learner, source, part, 0));
    }
  }
  return found;
}

function following(lesson: Lesson, sentence: Sentence): string {
  const next = lesson.sentences[sentence.id + 1];
  return next?.turn === sentence.turn ? next.raw : '';
}

/** What a learner puts right in the same breath. */
function repairOf(lesson: Lesson, learner: Sentence): Candidate[] {
  const repair = ownRepair(learner);
  if (repair === null || repair.right.tokens.length < 2) return [];
  const units = unitsOf(repair.wrong);
  const { edits } = editsBetween(units, repair.wrong, repair.right, lesson.lexicon, noMarkers, '');
  return edits.flatMap((edit) => (edit.evidence >= 0.4 ? [{ edit, learner, units, part: repair.right, explicit: false, repeated: null }] : []));
}

/** A sentence with the two that follow it and the one before: where a teacher says why. */
function nearby(turn: Turn, sentence: Sentence): string {
  const at = sentence.id - (turn.sentences[0]?.id ?? 0);
  return turn.sentences
    .slice(Math.max(0, at - 1), at + 3)
    .map((each) => each.raw)
    .join(' ');
}

/** Of overlapping claims about the same words the surest stays. */
function surest(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.edit.evidence - a.edit.evidence)) {
    const clash = kept.some((other) => other.edit.from < candidate.edit.to && candidate.edit.from < other.edit.to);
    if (!clash) kept.push(candidate);
  }
  return kept.sort((a, b) => a.edit.from - b.edit.from);
}

function report(lesson: Lesson, { edit, learner, units, part, explicit, repeated }: Candidate): CorrectionReading | null {
  const wrongTurn = lesson.turns[learner.turn];
  const rightTurn = lesson.turns[part.sentence.turn];
  if (wrongTurn === undefined || rightTurn === undefined) return null;
  const wrong = phraseOf(writtenWords(learner.words, units, edit.from, edit.to));
  const right = phraseOf(edit.right);
  if (wrong === '' || right === '' || wrong.toLowerCase() === right.toLowerCase()) return null;
  const right_quote = quoteOf(rightTurn, part.sentence.start, part.sentence.end);
  return {
    wrong,
    right,
    category: edit.category,
    explicit,
    quote: right_quote,
    wrong_sentence: learner.text,
    right_sentence: repeated?.text ?? null,
    wrong_quote: quoteOf(wrongTurn, learner.start, learner.end),
    right_quote,
  };
}

function prepare(turns: readonly Turn[], lexicon: Lexicon): Lesson {
  const sentences = turns.flatMap((turn) => turn.sentences);
  const units = sentences.map((sentence) => unitsOf(sentence.words));
  const keys = units.map(contentKeys);
  const parts = new Map<number, Part[]>();
  const markers = new Map<number, { markers: Markers; said: string }>();
  return {
    turns,
    sentences,
    units,
    keys,
    returns: findReturns(sentences, units, keys),
    parts: (sentence) => {
      const known = parts.get(sentence.id) ?? partsOf(sentence, turns[sentence.turn]?.text ?? '');
      parts.set(sentence.id, known);
      return known;
    },
    markers: (sentence) => {
      const turn = turns[sentence.turn];
      const said = turn === undefined ? sentence.raw : nearby(turn, sentence);
      const known = markers.get(sentence.id) ?? { markers: readMarkers(said), said };
      markers.set(sentence.id, known);
      return known;
    },
    lexicon,
  };
}

/** Finds what the learner said wrongly and what was put in its place. */
export function findCorrections(turns: readonly Turn[], lexicon: Lexicon): CorrectionReading[] {
  const lesson = prepare(turns, lexicon);
  const seen = new Set<string>();
  return lesson.sentences.flatMap((learner) => {
    if (learner.role === 'teacher' || learner.words.length < 2 || learner.words.length > 60) return [];
    if (learner.aside === 'private' || learner.aside === 'foreign') return [];
    const spelled = learner.words.filter((token) => token.text.length === 1 && !/^[ai]$/i.test(token.text)).length;
    if (spelled * 2 > learner.words.length) return [];
    // without labels a question to "you" is most likely the teacher's
    const first = learner.core[0]?.lower ?? '';
    if (learner.role === 'unknown' && questionWords.has(first) && learner.core.some((token) => token.lower === 'you')) return [];
    return surest(candidatesFor(lesson, learner)).flatMap((candidate) => {
      const reading = report(lesson, candidate);
      const key = `${reading?.wrong}|${reading?.right}`.toLowerCase();
      if (reading === null || seen.has(key)) return [];
      seen.add(key);
      return [reading];
    });
  });
}
