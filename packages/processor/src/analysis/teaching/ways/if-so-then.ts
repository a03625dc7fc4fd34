import {
  conjunctions,
  determiners,
  isContent,
  objectPronouns,
  openers,
  particles,
  prepositions,
  subjectPronouns,
} from '../../../language/words.ts';
import type { Lexicon, PartOfSpeech } from '../../../lexicon/types.ts';
import type { Hearing } from '../heard.ts';
import { isPause } from '../lone-row.ts';
import { meaningAt } from '../meaning.ts';
import { isBreak, isMarked, rowOf, type Spoken, written } from '../spoken.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

const longestTerm = 5;
const fewestOfIdiom = 3;
const being = /^(?:is|are|'s|'re|feel|feels)$/;
const anybody = /^(?:you|somebody|someone|something|people|it|they|things|he|she|i|we)$/;
const anyWord = /^(?:somebody|someone|something)$/;
const aboutTheFuture =
  /^\p{L}+(?:'ll| (?:said|did|had|went|was|were)\b| (?:will|would|should|must|need to|have to))\b/iu;
const hedges = new Set('a bit very really so too just quite completely totally still always not'.split(' '));

/** A clause in two: whom it is said of, and what. */
interface Clause {
  subject: string;
  /** Where what is said begins, the verb "be" left out. */
  from: number;
  to: number;
  isBeing: boolean;
}

/** The clause that begins at a place; null where no subject and verb stand there. */
function clauseAt(spoken: readonly Spoken[], start: number, to: number): Clause | null {
  let at = start;
  if (anybody.test(spoken[at]?.lower ?? '')) at += 1;
  else if (determiners.has(spoken[at]?.lower ?? '')) {
    while (determiners.has(spoken[at]?.lower ?? '')) at += 1;
    at += 1;
  } else return null;
  if (at >= to) return null;
  const isBeing = being.test(spoken[at]?.lower ?? '');
  const isModal = /^(?:can|will|might|could|would)$/.test(spoken[at]?.lower ?? '');
  return { subject: rowOf(spoken, start, at), from: isBeing || isModal ? at + 1 : at, to, isBeing };
}

/** Without marks: "… you know the drill | you know how it is done", never the "you" that something bites. */
function opensMain(spoken: readonly Spoken[], at: number): boolean {
  const [before = '', word = '', next = ''] = spoken.slice(at - 1, at + 2).map(({ lower }) => lower);
  return (
    /^(?:you|it|they)$/.test(word) &&
    !conjunctions.has(before) &&
    !prepositions.has(next) &&
    !conjunctions.has(next) &&
    next !== ''
  );
}

/** Where the main clause begins: behind the last comma that a subject follows; without marks, at the second subject. */
function mainStart(spoken: readonly Spoken[], from: number, end: number): number | null {
  const isSubject = (at: number): boolean =>
    anybody.test(spoken[at]?.lower ?? '') || (/^(?:your|the|an?)$/.test(spoken[at]?.lower ?? '') && at + 2 < end);
  const commas: number[] = [];
  const subjects: number[] = [];
  for (let at = from + 2; at < end; at += 1) {
    if (!isSubject(at)) continue;
    if (isPause(spoken[at])) commas.push(at);
    else if (at - from >= 3 && opensMain(spoken, at)) subjects.push(at);
  }
  return commas[0] ?? (isMarked(spoken) ? null : (subjects[0] ?? null));
}

interface Candidate {
  phrase: string;
  isWhole: boolean;
  /** A row that a dictionary lists, or that opens with its preposition: rarity tells nothing of it. */
  isIdiom: boolean;
  /** How rare its rarest word is. */
  band: number;
  /** How much speaks for it. */
  score: number;
}

/** How much speaks for it that what a clause says is the term. */
function candidateIn(spoken: readonly Spoken[], clause: Clause, { lexicon, heard }: WholeLesson): Candidate | null {
  let { from, to } = clause;
  const pause = spoken.slice(from + 1, to).findIndex(isPause);
  if (pause !== -1) to = from + 1 + pause;
  while (
    from < to &&
    (hedges.has(spoken[from]?.lower ?? '') || (clause.isBeing && determiners.has(spoken[from]?.lower ?? '')))
  )
    from += 1;
  if (from >= to || to - from > longestTerm) return null;
  const row = rowOf(spoken, from, to);
  const [first = '', ...rest] = row.split(' ').filter((word) => !anyWord.test(word));
  const based = [lexicon.lemma(first, 'verb'), ...rest].join(' ');
  const whole = rowOf(spoken, clause.from, to);
  const forms = [based, [first, ...rest].join(' '), whole];
  // "puts you off"
  const apart = objectPronouns.has(rest[0] ?? '') && rest.length === 2 && particles.has(rest[1] ?? '');
  if (apart) forms.push(`${lexicon.lemma(first, 'verb')} ${rest[1] ?? ''}`);
  const isListed = forms.some(
    (form) => form.includes(' ') && (lexicon.isPhrase(form) || lexicon.entries(form).length > 0),
  );
  // "call off a party": the verb and its particle, and what it happens to act on
  const isPhrasal =
    particles.has(rest[0] ?? '') && lexicon.isPhrase(`${lexicon.lemma(first, 'verb')} ${rest[0] ?? ''}`);
  const own = spoken[from]?.sentence;
  const places = [whole, row].flatMap((form) => heard.places(form)).filter(({ sentence }) => sentence !== own);
  const isAlone = places.some((place) => place.isAlone);
  const isSaidAgain = places.length > 0;
  const isOfBoth = places.some(({ role }) => role === 'student') && places.some(({ role }) => role !== 'student');
  const content = row.split(' ').filter(isContent);
  if (content.length === 0 && !isListed) return null;
  const band = Math.max(1, ...content.map((word) => lexicon.frequencyBand(word)));
  const isShort = rest.length === 0;
  // "if you trust somebody", "if you spoil a story" of a word that the learner said
  const isOfAnything =
    !clause.isBeing &&
    !isListed &&
    (anyWord.test(spoken[to - 1]?.lower ?? '')
      ? isShort
      : band > 2 &&
        /^an?$/.test(rest[0] ?? '') &&
        rest.length === 2 &&
        heard.places(first).some(({ role }) => role === 'student'));
  const score =
    (isListed || isPhrasal ? 2 : 0) +
    (isAlone ? 1.5 : 0) +
    (isSaidAgain && (band > 1 || to - from >= fewestOfIdiom) ? 1 : 0) +
    (isOfBoth && !isShort ? 1 : 0) +
    (anyWord.test(clause.subject) && !isShort ? 1 : 0) +
    (isOfAnything ? 1 : 0) +
    (isShort && band > 3 ? 1 : 0) -
    (!isShort && !isListed && !isPhrasal && band < 2 ? 1.5 : 0) -
    (to - from > 3 && !isListed && !isPhrasal && !isAlone ? 1 : 0);
  const isIdiom = forms[2] !== forms[1] && heard.places(whole).some((place) => place.isAlone) && clause.isBeing;
  return {
    phrase: apart ? `${first} somebody ${rest[1] ?? ''}` : written(spoken, isIdiom ? clause.from : from, to),
    score,
    band,
    isWhole: isListed || isAlone || isSaidAgain,
    isIdiom: isListed || prepositions.has(first),
  };
}

/** "You know how it is done" of one who knows the drill: to know how it is done. */
function meaningOf(main: Clause, condition: Clause, definition: string, lexicon: Lexicon): string {
  const isSame = main.subject === condition.subject || subjectPronouns.has(main.subject);
  const verb = definition.split(' ')[1] ?? '';
  if (condition.isBeing) return definition;
  if (/(?:,| and| or) you\b/.test(definition)) return `when ${definition}`;
  if (isSame && !main.isBeing && /^you \p{L}+/u.test(definition) && !/^(?:can|can't|don't|will|must)$/.test(verb))
    return definition.replace(/^you /, 'to ');
  if (isSame && main.isBeing && /^you(?:'re| are) /.test(definition))
    return definition.replace(/^you(?:'re| are) /, 'to be ');
  // "If something pays for itself, it saves …": to save …
  const [, does = ''] = /^(?:it|they) (\p{L}+)\b/u.exec(definition) ?? [];
  if (anyWord.test(condition.subject) && !main.isBeing && isPlainVerb(does, lexicon))
    return definition.replace(/^\p{L}+ \p{L}+/u, `to ${lexicon.lemma(does, 'verb')}`);
  return `when ${definition}`;
}

const isPlainVerb = (word: string, lexicon: Lexicon): boolean =>
  !/^(?:has|have|had|does|do|did|will|can|isn't|don't|doesn't|might|must)$/.test(word) &&
  lexicon.partsOfSpeech(lexicon.lemma(word, 'verb')).includes('verb');

function explainedIn({ spoken }: Hearing['turns'][number], lesson: WholeLesson): Found[] {
  return spoken.flatMap(({ lower, sentence, mark }, at): Found[] => {
    if (!/^(?:if|when)$/.test(lower) || sentence.role === 'student' || sentence.question) return [];
    const earlier = spoken[at - 1];
    const opens =
      earlier === undefined ||
      mark !== '' ||
      sentence !== earlier.sentence ||
      openers.has(earlier.lower) ||
      (!isMarked(spoken) && /^(?:you|somebody|someone|something|people)$/.test(spoken[at + 1]?.lower ?? ''));
    if (!opens) return [];
    let end = at + 1;
    while (end < spoken.length && !isBreak(spoken[end])) end += 1;
    const start = mainStart(spoken, at + 1, end);
    const condition = start === null ? null : clauseAt(spoken, at + 1, start);
    const meaning = start === null ? null : meaningAt(spoken, start, lesson.lexicon);
    if (start === null || condition === null || meaning === null) return [];
    const main = clauseAt(spoken, start, meaning.end);
    if (main === null || /^(?:i|we|he|she)$/.test(main.subject) || aboutTheFuture.test(meaning.definition)) return [];
    const isOfOneThing = !condition.isBeing && /^(?:it|the|this|that)\b/.test(condition.subject);
    const first = isOfOneThing ? null : candidateIn(spoken, condition, lesson);
    const last = candidateIn(spoken, main, lesson);
    // "If it is pricey, it is quite expensive": the rarer one is explained by the other
    const isLast =
      last !== null &&
      last.score >= 2 &&
      (main.isBeing || last.phrase.includes(' ')) &&
      last.score > (first?.score ?? 0) &&
      (last.isIdiom || last.band >= (first?.band ?? 0));
    const part = (clause: Clause): PartOfSpeech | null => (clause.isBeing ? null : 'verb');
    const isTold = /^you(?:'re| are) the (?:one|person)\b/.test(meaning.definition) ? 1.5 : 0;
    if (first !== null && first.score + isTold >= 1 && !isLast) {
      const definition = meaningOf(main, condition, meaning.definition, lesson.lexicon);
      return [
        {
          sentence,
          phrase: first.phrase,
          definition,
          part: part(condition),
          isWhole: first.isWhole,
          weight: first.score + isTold >= 1.5 ? 0.95 : 0.75,
        },
      ];
    }
    if (last === null || last.score < 2 || !(main.isBeing || last.phrase.includes(' '))) return [];
    const definition =
      condition.isBeing && main.isBeing
        ? written(spoken, condition.from, start)
        : `when ${written(spoken, at + 1, start)}`;
    return [{ sentence, phrase: last.phrase, definition, part: part(main), isWhole: true, weight: 0.9 }];
  });
}

/** The teacher says what it means by what follows: "If you are drowsy, you are sleepy". */
export const ifSoThen = lessonWay({
  name: 'if so then',
  says: 'The teacher says what it means by what follows from it.',
  objectMayBeAny: true,
  search: (lesson) => lesson.heard.turns.flatMap((turn) => explainedIn(turn, lesson)),
  finds: [
    [
      'If you call off a party, you say that it will not happen.',
      { term: 'call off a party', definition: 'to say that it will not happen' },
    ],
    [
      ["If you're very happy, you're over the moon.", 'Student: Over the moon.'],
      { term: 'over the moon', definition: 'very happy' },
    ],
  ],
  leaves: ['If you come late, you wait outside.', 'When it rains, we paint inside.'],
});
