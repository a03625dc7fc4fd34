import { particles } from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import type { Turn } from '../../types.ts';
import type { Hearing } from '../heard.ts';
import { rowOf } from '../spoken.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

/** How many turns later the class has found it, and in how many of their first words. */
const foundWithin = 4;
const firstWords = 20;
const lastWords = 24;
/** "With machines we don't say open", "Do we close music?" */
const refuses =
  /\b(?:we|you|people) (?:don't|never|wouldn't) (?:say|use|open|close|make|do)\b|\bdo (?:we|you) (?:open|close|make|do|say) \S+(?: \S+)?$/;

/** The phrasal verbs in the first words of a turn, in dictionary form; "I turned off the computer" is no talk of the call here. */
function phrasalVerbs({ sentences }: Turn, lexicon: Lexicon): Set<string> {
  const first = sentences
    .slice(0, firstWords)
    .flatMap(({ words }) => words.slice(0, firstWords))
    .slice(0, firstWords);
  return new Set(
    first.flatMap(({ lower }, at) => {
      const [next] = first.slice(at + 1, at + 2);
      if (next === undefined || !particles.has(next.lower)) return [];
      const verb = `${lexicon.lemma(lower, 'verb')} ${next.lower}`;
      return lexicon.isPhrase(verb) && lexicon.partsOfSpeech(verb).includes('verb') ? [verb] : [];
    }),
  );
}

function foundAfter(turns: Hearing['turns'], at: number, { lexicon }: WholeLesson): Found[] {
  const hint = turns[at];
  if (hint === undefined || hint.turn.role === 'student') return [];
  if (!refuses.test(rowOf(hint.spoken, Math.max(0, hint.spoken.length - lastWords), hint.spoken.length))) return [];
  const answers = turns.slice(at + 1, at + 1 + foundWithin);
  const verbsOf = (isLearner: boolean): Set<string> =>
    new Set(
      answers
        .filter(({ turn }) => (turn.role === 'student') === isLearner)
        .flatMap(({ turn }) => [...phrasalVerbs(turn, lexicon)]),
    );
  const teachers = verbsOf(false);
  const sentence = answers.find(({ turn }) => turn.role === 'student')?.turn.sentences[0];
  return [...verbsOf(true)].flatMap((phrase): Found[] =>
    teachers.has(phrase) && sentence !== undefined
      ? [{ sentence, phrase, definition: null, part: 'verb', isWhole: true }]
      : [],
  );
}

/** The teacher refuses a verb, and the learner finds the phrasal verb instead: "We don't open a lamp" – "I turned it on". */
export const foundInstead = lessonWay({
  name: 'found instead',
  says: 'The teacher refuses a verb, and the learner finds the phrasal verb instead.',
  search: (lesson) => lesson.heard.turns.flatMap((_, at) => foundAfter(lesson.heard.turns, at, lesson)),
  finds: [
    [
      [
        "With a lamp we don't say close. So you?",
        'Student: I switched off the lamp.',
        'You switched off the lamp, yes.',
      ],
      { term: 'switch off', definition: null },
    ],
    [['Do we open a lamp?', 'Student: We turn on a lamp.', 'Turn on, exactly.'], { term: 'turn on', definition: null }],
  ],
  leaves: [
    ["We don't say close.", 'Student: I see. I painted the lamp.', 'Nice.'],
    ['Do you have a lamp?', 'Student: I turned on a lamp.', 'You turned on a lamp.'],
  ],
  rareBecause: 'most teachers say the verb themselves',
});
