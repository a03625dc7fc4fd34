import { auxiliaries, determiners, isContent, particles, subjectPronouns, timeWords } from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import { isListedPhrase } from '../dictionary-form.ts';
import type { Hearing } from '../heard.ts';
import { isPause } from '../lone-row.ts';
import { rowOf, type Spoken, written } from '../spoken.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

const longest = 9;
const longestTerm = 5;
const fewestOfIdiom = 3;
/** The learner says it back in the first words or not at all. */
const mostBack = 30;
/** A word that more people know than this is no news. */
const rareFrom = 3;
const saying = /^(?:say|call)$/;
const sayers = /^(?:we|you|people|i|speakers?)$/;
const softened = /^(?:also|even|just|often|usually|would|could|can|might|'d|always|then|maybe)$/;
const asking = /\b(?:what|how|do|did|don't|didn't|if|which|never|can't)\b/;
const naming =
  /\b(?:expression|phrase|idiom|way of saying|way to say|saying) (?:for that |for it |for this |here |in english )*(?:is|'s)$/;

/** Where what people say begins; null where nobody tells what people say. */
function saidFrom(spoken: readonly Spoken[], at: number): number | null {
  const lower = spoken[at]?.lower ?? '';
  if (/^(?:is|'s)$/.test(lower) && naming.test(rowOf(spoken, Math.max(0, at - 6), at + 1).replace(/'s$/, " 's")))
    return at + 1;
  // "What you want is, I intend to go"
  if (
    /^(?:is|'s|mean)$/.test(lower) &&
    /\b(?:what you (?:want|mean|need)(?: to say)? (?:is|'s)|^you mean|so you mean)$/.test(
      rowOf(spoken, Math.max(0, at - 5), at + 1).replace(/'s$/, " 's"),
    )
  )
    return at + 1;
  if (!saying.test(lower)) return null;
  let before = at - 1;
  while (before > 0 && softened.test(spoken[before]?.lower ?? '')) before -= 1;
  const sayer = spoken[before]?.lower ?? '';
  if (!sayers.test(sayer.replace(/'d$/, ''))) return null;
  // "what would you say", "when people say", "how do you say"
  if (asking.test(rowOf(spoken, Math.max(0, before - 2), at))) return null;
  const next = spoken[at + 1]?.lower ?? '';
  if (lower === 'call')
    return /^(?:it|that|this|them|those|these|him|her|somebody|someone)$/.test(next) ? at + 2 : null;
  return /^(?:that|it|this|hello|hi|goodbye|yes|no|something|so)$/.test(next) ? null : at + 1;
}

interface Row {
  from: number;
  to: number;
  weight: number;
}

const opensClause = (word: string): boolean =>
  subjectPronouns.has(word) ||
  auxiliaries.has(word) ||
  determiners.has(word) ||
  /^(?:'s|'re|i'm|to|really|very|let)$/.test(word);
const ofTheTalk = /\b(?:by the way|person|plural|present|past|verb|noun)\b/;

/** Where a clause is past its subject and helping verbs: "I was | close to tears". */
function pastSubject(spoken: readonly Spoken[], from: number, to: number): number {
  let start = from;
  while (start < to - 1 && opensClause(spoken[start]?.lower ?? '')) start += 1;
  return start;
}

/** The longest piece that a dictionary lists. */
function listedIn(spoken: readonly Spoken[], from: number, to: number, lexicon: Lexicon): [number, number] | null {
  for (let length = Math.min(longestTerm, to - from); length > 1; length -= 1) {
    for (let start = from; start + length <= to; start += 1) {
      const row = rowOf(spoken, start, start + length);
      const words = row.split(' ');
      const isVerbal = lexicon.partsOfSpeech(lexicon.lemma(words[0] ?? '', 'verb')).includes('verb');
      const last = words.at(-1) ?? '';
      if (opensClause(words[0] ?? '') && !/^(?:have|has|do|does)$/.test(words[0] ?? '')) continue;
      const isLong = length >= fewestOfIdiom && !determiners.has(words[0] ?? '');
      if (!isContent(last) && !(isVerbal && particles.has(last)) && !isLong) continue;
      if (isListedPhrase(row, lexicon)) return [start, start + length];
    }
  }
  return null;
}

/** The piece of what people say that is new: what the learner says back, what a dictionary lists, the one rare word. */
function termIn(
  spoken: readonly Spoken[],
  from: number,
  to: number,
  back: readonly Spoken[],
  isNews: (word: string) => boolean,
  lexicon: Lexicon,
): Row | null {
  const said = rowOf(back, pastSubject(back, 0, back.length), Math.min(back.length, mostBack));
  const holds = (row: string): boolean => ` ${rowOf(back, 0, Math.min(back.length, mostBack))} `.includes(` ${row} `);
  const listed = listedIn(spoken, from, to, lexicon);
  if (listed !== null) return { from: listed[0], to: listed[1], weight: holds(rowOf(spoken, ...listed)) ? 0.9 : 0.75 };
  const start = pastSubject(spoken, from, to);
  const bandOf = (row: string): number =>
    Math.max(
      1,
      ...row
        .split(' ')
        .filter(isContent)
        .map((word) => lexicon.frequencyBand(word)),
    );
  // what the learner says back and nothing else: "Over the counter."
  for (let at = start; at < to - 1; at += 1) {
    const row = rowOf(spoken, at, to);
    const isTimely = row.split(' ').some((word) => timeWords.has(word) || subjectPronouns.has(word));
    if (to - at <= 4 && ` ${said} `.startsWith(` ${row} `) && bandOf(row) > 1 && !isTimely)
      return { from: at, to, weight: 0.8 };
  }
  const whole = rowOf(spoken, start, to);
  const rare = spoken
    .slice(from, to)
    .flatMap(({ lower }, i) => (isContent(lower) && lexicon.frequencyBand(lower) >= rareFrom ? [from + i] : []));
  if (to - start === 1 && isContent(whole) && bandOf(whole) > 1 && holds(lexicon.lemma(whole)))
    return { from: start, to, weight: 0.75 };
  const [only] = rare;
  const isOne =
    rare.length === 1 && only !== undefined && isNews(spoken[only]?.lower ?? '') && holds(spoken[only]?.lower ?? '');
  return isOne ? { from: only, to: only + 1, weight: 0.75 } : null;
}

function toldIn(turns: Hearing['turns'], at: number, { lexicon, heard }: WholeLesson): Found[] {
  const { spoken } = turns[at] ?? { spoken: [] };
  const following = turns[at + 1];
  const back = following === undefined || following.turn.role === 'teacher' ? [] : following.spoken;
  const isNews = (word: string): boolean =>
    !heard.places(word).some(({ role, turn }) => role === 'student' && turn.index < (turns[at]?.turn.index ?? 0));
  return spoken.flatMap(({ sentence }, place): Found[] => {
    const from = sentence.role === 'student' || sentence.question ? null : saidFrom(spoken, place);
    if (from === null) return [];
    let to = from;
    while (
      to < Math.min(spoken.length, from + longest) &&
      (to === from || !(isPause(spoken[to]) || /^(?:or|means|when|because|and)$/.test(spoken[to]?.lower ?? '')))
    )
      to += 1;
    const isName = spoken.slice(from + 1, to).some(({ text }) => /^\p{Lu}\p{Ll}/u.test(text));
    if (isName || to <= from || ofTheTalk.test(rowOf(spoken, from, to))) return [];
    const row = termIn(spoken, from, to, back, isNews, lexicon);
    return row === null
      ? []
      : [
          {
            sentence,
            phrase: written(spoken, row.from, row.to),
            definition: null,
            part: null,
            weight: row.weight,
            isWhole: row.to - row.from > 1,
          },
        ];
  });
}

/** The teacher tells what people say, and the learner says it back. */
export const weSay = lessonWay({
  name: 'we say',
  says: 'The teacher tells what people say, and the learner says it back.',
  search: (lesson) => lesson.heard.turns.flatMap((_, at) => toldIn(lesson.heard.turns, at, lesson)),
  finds: [
    [
      ['Then you could say he is over the moon.', 'Student: He is over the moon.'],
      { term: 'over the moon', definition: null },
    ],
    [['In English we say a power drill.', 'Student: A power drill, okay.'], { term: 'power drill', definition: null }],
  ],
  leaves: [
    ['We say hello to the neighbours.', 'Student: Hello.'],
    ['What do you say on Monday?', 'Student: On Monday I say nothing.'],
  ],
});
