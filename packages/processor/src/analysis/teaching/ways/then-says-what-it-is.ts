import { determiners, isContent, prepositions, timeWords } from '../../../language/words.ts';
import type { PartOfSpeech } from '../../../lexicon/types.ts';
import { isListedPhrase } from '../dictionary-form.ts';
import type { Hearing } from '../heard.ts';
import {
  isPause,
  isPointedAt,
  isYouKnow,
  judgedBefore,
  type LoneRow,
  loneRowBefore,
  namedAtTheEnd,
  unmarkedBefore,
  withoutAside,
} from '../lone-row.ts';
import { meaningAt, type SaidMeaning } from '../meaning.ts';
import { isBreak, isMarked, rowOf, type Spoken, written } from '../spoken.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

/** What leads from a term to its meaning. */
const links = [
  'we say that',
  'people say that',
  'you say that',
  "that 's",
  "it 's",
  'that is',
  'it is',
  'this is',
  'it means',
  'that means',
  'which means',
  'which is',
  'those are',
  'these are',
  'they are',
  "they 're",
  'meaning',
  'so',
  'basically',
];
const softeners = /^(?:(?:just|basically|really|simply) \S+|exactly (?:what|when|where|how))$/;
const remarks = /^(?:for the record|by the way|in other words)$/;
const aboutLanguage = /\b(?:noun|verb|adjective|adverb|plural|vowel|preposition|tense|i-n-g|question)s?\b/i;
/** "The i-n-g form. An upgrade is a better room": a sentence of its own. */
const isSentence = /^(?:\S+ ){1,4}(?:is|are|was|means) /i;
/** "A nap. That's a good idea.": a judgement, no meaning. */
const judges =
  /^(?:an? |the |another )?(?:(?:very|really|more|most|bit|little) )*(?:good|nice|great|lovely|useful|hard|difficult|easy|tricky|important|common|different|same|new|big|beautiful|perfect|interesting|long|right|wrong|funny|fantastic|brilliant|classic|strong|better|best|first|second|next|last|only)\b/i;
const everydayBand = 1;
const fewestOfIdiom = 3;
const longestIdiom = 8;
const ofSomebody = /^(?:because|so|when|if|where|thank|sorry|i|you|he|she|it|we|they|i'm|that|this|there|don't|not)$/;
const ofTheTalk =
  /^(?:for instance|for example|of course|as a result|by the way|in (?:british |american )?english|go on|come on|hang on|one more|no problem)$/;

interface Lead {
  link: string;
  /** The place where the meaning begins. */
  at: number;
}

function leadAt(spoken: readonly Spoken[], start: number): Lead {
  const behind = remarks.test(rowOf(spoken, start, start + 3)) ? start + 3 : start;
  const at = isYouKnow(spoken, behind) ? behind + 2 : behind;
  const link =
    links.find((each) => {
      const length = each.split(' ').length;
      return (
        spoken
          .slice(at, at + length)
          .map(({ lower }) => lower)
          .join(' ') === each
      );
    }) ?? '';
  let meaning = link === '' ? at : at + link.split(' ').length;
  if (link !== '' && softeners.test(rowOf(spoken, meaning, meaning + 2))) meaning += 1;
  return { link, at: meaning };
}

/** Whether a row that stands alone can be a term: no time, no place, no piece of a clause. */
function isTerm(row: string, { article }: LoneRow, { lexicon, heard }: WholeLesson): boolean {
  const words = row.split(' ');
  const [first = ''] = words;
  if (words.some((word) => timeWords.has(word)) || !words.some(isContent) || ofTheTalk.test(row)) return false;
  if (isListedPhrase(row, lexicon)) return true;
  if (words.length === 1)
    return (
      row.includes('-') ||
      (lexicon.frequencyBand(row) > everydayBand && lexicon.partsOfSpeech(lexicon.lemma(row)).length > 0)
    );
  if (prepositions.has(first) || determiners.has(first)) return heard.places(row).length > 1;
  return article !== null || row.includes('-') || heard.places(row).length > 1;
}

/** How plainly a meaning follows a row: after a full stop or a comma, behind "that's" or behind nothing. */
function weightOf(
  row: string,
  lone: LoneRow,
  after: Spoken,
  { link }: Lead,
  { kind, definition }: SaidMeaning,
  { lexicon, heard }: WholeLesson,
): number {
  if (/means|meaning/.test(link)) return 1;
  if (aboutLanguage.test(definition) || (link === '' && kind === 'thing' && isSentence.test(definition))) return 0;
  if (
    link === '' &&
    row.includes(' ') &&
    lone.article === null &&
    !isListedPhrase(row, lexicon) &&
    !heard.places(row).some(({ role }) => role === 'student')
  )
    return 0;
  const isOfMany = /^(?:those|these) are$/.test(link) && kind === 'thing';
  if (
    (judges.test(definition) && !isOfMany) ||
    /\bmeans?\b/.test(definition) ||
    (kind === 'action' && / is /.test(definition))
  )
    return 0;
  const isNamed = lone.article !== null || row.includes(' ') || isBreak(after) || after.isAside;
  const isPlain = isBreak(after) || /\b(?:who|that|which|where|when|you|we)\b/.test(definition);
  const isIdiom = row.split(' ').length >= fewestOfIdiom && isListedPhrase(row, lexicon);
  if (link === 'so')
    return !row.includes(' ') && kind === 'words' && lexicon.partsOfSpeech(definition.split(' ')[0] ?? '')[0] === 'verb'
      ? 0.6
      : 0;
  if (kind === 'words')
    return isIdiom && isBreak(after) && link !== '' && definition.split(' ').length > 2
      ? 0.8
      : after.isAside && !row.includes(' ')
        ? 0.75
        : 0;
  if (link !== '') return isNamed || kind === 'clause' ? 0.95 : 0.8;
  if (kind === 'action')
    return isListedPhrase(row, lexicon) ||
      (!row.includes(' ') && lexicon.partsOfSpeech(lexicon.lemma(row, 'verb')).includes('verb'))
      ? 0.85
      : 0;
  const isKnown = isBreak(after) || isListedPhrase(row, lexicon) || (row.includes(' ') && heard.places(row).length > 1);
  if (kind === 'clause') return definition.startsWith('when') && isKnown ? 0.85 : 0;
  return isPlain && isNamed && /^(?:an?|the|somebody|someone|something|people)\b/.test(definition) ? 0.85 : 0;
}

function partOf({ article }: LoneRow, { kind }: SaidMeaning): PartOfSpeech | null {
  if (article === 'a' || article === 'an') return 'noun';
  return kind === 'action' || article === 'to' ? 'verb' : null;
}

/** A whole sentence that a learner says again, whatever its words: "Just what the doctor ordered." */
function idiomBefore(spoken: readonly Spoken[], to: number, { heard }: WholeLesson): LoneRow | null {
  let from = to - 1;
  while (from > 0 && !isBreak(spoken[from])) from -= 1;
  while (from < to - fewestOfIdiom && /^(?:and|or|but|so|okay)$/.test(spoken[from]?.lower ?? '')) from += 1;
  if (
    to - from < fewestOfIdiom ||
    to - from > longestIdiom ||
    ofSomebody.test(spoken[from]?.lower ?? '') ||
    spoken.slice(from, to).some(({ lower }) => /^(?:is|are|was|were|'s|'re)$/.test(lower))
  )
    return null;
  return heard.places(rowOf(spoken, from, to)).some(({ role }) => role === 'student')
    ? { from, to, article: null }
    : null;
}

const pointsBack = /^(?:that's|that is|that means|it means|which is|which means)$/;

const ofAnybody = /^(?:somebody|someone|something|people) (?:who|that|which|you|we|to|with)\b/;

/** What the clause before ends with behind its article, where what follows tells of a kind of person or thing. */
function namedBefore(
  spoken: readonly Spoken[],
  at: number,
  { link }: Lead,
  meaning: SaidMeaning,
  isAside: boolean,
): LoneRow | null {
  const word = spoken[at];
  const isNamed =
    (isBreak(word) && ofAnybody.test(meaning.definition)) ||
    (isAside && meaning.kind !== 'words') ||
    (link === '' && meaning.kind === 'clause' && isPointedAt(spoken, at));
  return isNamed ? namedAtTheEnd(spoken, withoutAside(spoken, at), isAside) : null;
}

function explainedIn({ spoken }: Hearing['turns'][number], lesson: WholeLesson): Found[] {
  const { lexicon } = lesson;
  const hasMarks = isMarked(spoken);
  return spoken.flatMap((word, at): Found[] => {
    const { sentence } = word;
    if (at === 0 || sentence.role === 'student' || (sentence.question && !(word.isAside || isYouKnow(spoken, at))))
      return [];
    // "Give me your pitch. You know, when …"
    const isAside = word.isAside || isYouKnow(spoken, at);
    const isUnmarked = !hasMarks && pointsBack.test(rowOf(spoken, at, at + 2));
    if (!(isPause(word) || isAside || isUnmarked)) return [];
    const lead = leadAt(spoken, at);
    const meaning = meaningAt(spoken, lead.at, lexicon);
    // "To sand is …": the sentence goes on
    if (
      meaning === null ||
      (!isBreak(spoken[meaning.end]) && /^(?:is|are|means?)$/.test(spoken[meaning.end]?.lower ?? ''))
    )
      return [];
    const alone =
      loneRowBefore(spoken, at) ??
      (isBreak(word) && lead.link !== '' ? idiomBefore(spoken, at, lesson) : null) ??
      (/means$/.test(lead.link) ? judgedBefore(spoken, at) : null);
    const lone = isUnmarked
      ? unmarkedBefore(spoken, at, lexicon)
      : (namedBefore(spoken, at, lead, meaning, isAside) ?? alone);
    if (lone === null) return [];
    const row = rowOf(spoken, lone.from, lone.to);
    const weight = isTerm(row, lone, lesson) ? weightOf(row, lone, word, lead, meaning, lesson) : 0;
    if (weight === 0 || rowOf(spoken, lead.at, meaning.end).includes(row)) return [];
    const phrase = written(spoken, lone.from, lone.to);
    const said = spoken[lone.from]?.sentence ?? sentence;
    return [
      {
        sentence: said,
        until: sentence,
        phrase,
        definition: meaning.definition,
        part: partOf(lone, meaning),
        weight,
        isWhole: true,
      },
    ];
  });
}

/** The teacher says it alone, and then what it is. */
export const thenSaysWhatItIs = lessonWay({
  name: 'then says what it is',
  says: 'The teacher says it alone, and then what it is.',
  search: (lesson) => lesson.heard.turns.flatMap((turn) => explainedIn(turn, lesson)),
  finds: [
    [
      'A plasterer. Somebody who makes walls smooth.',
      { term: 'plasterer', definition: 'somebody who makes walls smooth' },
    ],
    [
      'And a chisel, that means something you cut wood with.',
      { term: 'chisel', definition: 'something you cut wood with' },
    ],
    [
      'Under the weather. That is when you are a bit ill.',
      { term: 'Under the weather', definition: 'when you are a bit ill' },
    ],
    [
      'Have you got a spirit level, you know, a tool that shows what is straight?',
      { term: 'spirit level', definition: 'a tool that shows what is straight' },
    ],
    [
      'Tidy up was good. For the record, it means putting things away.',
      { term: 'tidy up', definition: 'putting things away' },
    ],
  ],
  leaves: [
    'A ladder. That is a good idea for us.',
    'On Monday, when we paint the wall, we need it.',
    'Yes. It is the end of the story.',
  ],
  needsMarks: 'only a pause shows that it stands alone',
});
