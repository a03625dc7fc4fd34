import type { Unit } from '../../../language/align.ts';
import { announcesTheLearnersWords } from '../../conversation/moves/announces-the-learners-words.ts';
import { definesAWord } from '../../conversation/moves/defines-a-word.ts';
import type { Sentence, Turn } from '../../types.ts';
import type { Part } from '../compare/parts.ts';
import { turnsThatTakeUp } from './feedback-stretches.ts';
import type { Run } from './quoted-runs.ts';
import { versionPieces } from './version-pieces.ts';

/** What a teacher says of words that a learner said before: the words, and all that may be their right version. */
export interface Point {
  from: number;
  to: number;
  /** Where the quoted words end in the teacher's turn. */
  end: number;
  /** True where the teacher says that it is not said so. */
  isRefused: boolean;
  /** The teacher's sentence that says the words again. */
  quotedIn: number;
  /** False where the teacher did not say that mistakes are gone over: then it may be mere talk. */
  isAnnounced: boolean;
  versions: readonly { sentence: Sentence; parts: readonly Part[] }[];
}

/** So many sentences of the teacher's may stand between the quoted words and their version. */
const within = 4;
/** The learner's answer to the point, and what the teacher says to that. */
const ofAnswer = 3;
const ofReply = 2;
/** So many words before and behind what is the same in both. */
const around = { before: 5, behind: 8 };
/** A teacher who is not known to go over mistakes quotes at least so many words, said so many turns ago. */
const unannounced = { words: 3, turns: 3 };
const announcedWithin = 6;
/** The version stands before the quoted words only here: "he told me instead of he said me". */
const setsAgainst = /\b(?:instead of|rather than|not|and not|no|don't say|never(?: say)?)\s*["“'‘]?$/i;

function isQuote(
  { learner, teacher, start, end }: Run,
  sentences: readonly Sentence[],
  stretches: ReadonlySet<number>,
  takingUp: ReadonlySet<number>,
): 'announced' | 'unannounced' | null {
  const [said, quoting] = [sentences[learner], sentences[teacher]];
  if (said === undefined || quoting === undefined) return null;
  if (stretches.has(teacher)) return 'announced';
  const far = quoting.turn - said.turn;
  const before = quoting.words[Math.max(0, start - 1)];
  const heard = quoting.raw.slice(0, (before?.end ?? quoting.start) - quoting.start);
  if (far > 1 && start <= announcedWithin && announcesTheLearnersWords.isIn(heard)) return 'announced';
  const isLong = end - start >= unannounced.words || takingUp.has(quoting.turn);
  return far >= unannounced.turns && isLong ? 'unannounced' : null;
}

/** Where each learner's sentence is taken up in feedback, with what is said there instead. */
export function feedbackPoints(
  sentences: readonly Sentence[],
  turns: readonly Turn[],
  units: readonly (readonly Unit[])[],
  runs: readonly Run[],
  stretches: ReadonlySet<number>,
): ReadonlyMap<number, Point[]> {
  const points = new Map<number, Point[]>();
  const takingUp = turnsThatTakeUp(sentences, turns, runs);
  for (const run of runs) {
    const quote = isQuote(run, sentences, stretches, takingUp);
    if (quote === null) continue;
    const quoting = sentences[run.teacher];
    const turn = turns[quoting?.turn ?? -1];
    if (quoting === undefined || turn === undefined) continue;
    const tokenAt = (unit: number): number => units[run.teacher]?.[unit]?.token ?? quoting.words.length;
    const [first, last] = [tokenAt(run.start), tokenAt(run.end - 1) + 1];
    const ahead = turn.text.slice(quoting.start, quoting.words[first]?.start ?? quoting.start).trimEnd();
    const isRefused = setsAgainst.test(ahead);
    const versions = [{ sentence: quoting, parts: versionPieces(quoting, quoting.words.slice(last), turn.text) }];
    // where mistakes are gone over, the version may hold the very words that are the same in both
    if (quote === 'announced' && !isRefused) {
      const near = quoting.words.slice(Math.max(0, first - around.before), last + around.behind);
      versions.push({ sentence: quoting, parts: versionPieces(quoting, near, turn.text) });
    }
    const isMeaning = ({ text }: Sentence): boolean => definesAWord.isIn(text);
    const add = (of: Turn | undefined, from: number, most: number): void => {
      for (const sentence of of?.sentences.slice(from, from + most) ?? [])
        if (!isMeaning(sentence))
          versions.push({ sentence, parts: versionPieces(sentence, sentence.words, of?.text ?? '') });
    };
    const at = run.teacher - (turn.sentences[0]?.id ?? 0);
    if (isRefused) {
      versions.push({ sentence: quoting, parts: versionPieces(quoting, quoting.words.slice(0, first), turn.text) });
      if (at > 0) add(turn, at - 1, 1);
    }
    add(turn, at + 1, within);
    const [answer, reply] = [turns[turn.index + 1], turns[turn.index + 2]];
    if (answer?.role === 'student') {
      add(answer, 0, ofAnswer);
      if (reply?.role === 'teacher') add(reply, 0, ofReply);
    }
    const known = points.get(run.learner) ?? [];
    known.push({
      from: run.from,
      to: run.to,
      end: quoting.words[last - 1]?.end ?? quoting.end,
      isRefused,
      quotedIn: run.teacher,
      isAnnounced: quote === 'announced',
      versions,
    });
    points.set(run.learner, known);
  }
  return points;
}

/** How a learner's words are put right long after, with what it finds and what it leaves alone. */
export const feedbackAtTheEnd = {
  name: 'feedback at the end',
  says: 'The teacher says again what the learner said long before, and then what it should be.',
  finds: [
    [
      [
        'Student: My uncle was very proud on me.',
        'And where does he live?',
        'Student: He lives in Oslo with his dog.',
        'Nice. Is it a big city?',
        'Student: Not so big.',
        'Okay, I wrote down a few things. You said he was very proud on me. We say proud of me.',
        'Student: Proud of me. Okay.',
      ],
      'proud on me → proud of me',
    ],
    [
      [
        'Student: We have visited the castle last week.',
        'Was it nice?',
        'Student: It was nice and cold.',
        'And after that?',
        'Student: We slept.',
        'So I have some notes for you. We have visited the castle last week, that should be we visited the castle last week.',
        'Student: We visited it.',
      ],
      'we have visited → we visited',
    ],
    [
      [
        'Student: There was more people than usually.',
        'Really?',
        'Student: Yes, a lot.',
        'And the music?',
        'Student: It was loud.',
        "Let's go through my notes. Instead of there was more people, there were more people.",
        'Student: There were more people.',
      ],
      'there was more people → there were more people',
    ],
  ],
  leaves: [
    [
      'Student: We visited the castle last week.',
      'Was it nice?',
      'Student: It was nice and cold.',
      'And after that?',
      'Student: We slept.',
      'So I have some notes for you. We visited the castle last week, that was a lovely sentence.',
    ],
    [
      'Student: My uncle was very proud of me.',
      'And where does he live?',
      'Student: He lives in Oslo.',
      'Good. Okay, you told me your uncle was very proud of me. What did he say?',
      'Student: He said nothing.',
    ],
  ],
} as const;
