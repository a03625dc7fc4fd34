import { basename } from 'node:path';
import { toIsoOrNull } from '../database/index.ts';
import {
  type Clip,
  ClipRepository,
  type ClipWithLearner,
  isVoiceOf,
  LearnerRepository,
} from '../repositories/index.ts';
import { findGroupVoices, type GroupVoices } from './group-voices.ts';
import { findLearnerScope, type LearnerScope, type LearnerSources } from './learner-scope.ts';

type Row = Record<string, unknown>;

/** Everything that is stored about one learner, as it can be handed out to them. */
export interface LearnerExport {
  user_id: string;
  exported_at: string;
  /** Who they are to us: name, e-mail, role, settings. Empty for who never signed in. */
  profile: Row[];
  classes: Row[];
  word_lists: Row[];
  words: Row[];
  sessions: Row[];
  results: Row[];
  mistakes: Row[];
  stats: Row[];
  /** How well they remember what they practised. */
  memories: Row[];
  /** What was fitted to their answers, to tell how they forget. */
  memory_parameters: Row[];
  /** What they said was wrong with items. */
  reports: Row[];
  /** Lessons of their own, with all that was said. */
  lessons: Row[];
  /** Sets of exercises made from these lessons. */
  exercise_sets: Row[];
  /** Lessons of groups: that they took place, and what this learner said there; the rest is other people’s. */
  group_lessons: Row[];
  /** Their own voice, cut out of lessons of their own: which file of an export holds it, and where it was said. */
  clips: ExportedClip[];
}

/** A clip of a learner's own voice. */
export interface ExportedClip {
  id: string;
  recording_id: string;
  start_ms: number;
  end_ms: number;
  file: string;
}

/** Columns that hold moments: SQLite keeps them as numbers, an export shows them as ISO-8601. */
const momentColumn = /(_at|^last_practiced)$/;
/** Columns that hold JSON as text. */
const jsonColumns = new Set([
  'item_ids',
  'claimed',
  'metadata',
  'outcome',
  'answer',
  'last_answer',
  'settings',
  'parameters',
]);

/** Collects what both databases know of a learner. Reads only. */
export async function exportLearner(sources: LearnerSources, userId: string): Promise<LearnerExport> {
  const learners = new LearnerRepository(sources.games);
  const scope = await findLearnerScope(sources, userId);
  const memberships = new Map(
    (await learners.listRows('class_students', userId)).map((row) => [row.class_id, row.created_at]),
  );
  const voices = await findGroupVoices(learners, userId, scope);
  const classes = await learners.listClasses([...scope.ownClasses, ...scope.sharedClasses]);
  const rows = async (table: Parameters<LearnerRepository['listRows']>[0]): Promise<Row[]> =>
    (await learners.listRows(table, userId)).map(readable);
  return {
    user_id: userId,
    exported_at: new Date().toISOString(),
    profile: (await learners.listProfile(userId)).map(({ name_key: _, ...row }) => readable(row)),
    classes: classes.map(({ id, name, teacher_id }) => ({
      id,
      name,
      teacher_id,
      joined_at: toIsoOrNull(memberships.get(id)),
    })),
    word_lists: await rows('word_lists'),
    words: (await learners.listWords(userId)).map(readable),
    sessions: await rows('game_sessions'),
    results: await rows('game_results'),
    mistakes: await rows('user_mistakes'),
    stats: await rows('user_game_stats'),
    memories: await rows('memories'),
    memory_parameters: await rows('memory_parameters'),
    reports: await rows('item_reports'),
    lessons: await sources.lessons.listWhole(scope.ownLessons.map(({ id }) => id)),
    exercise_sets: await sources.lessons.listWholeSets(scope.ownSets.map(({ id }) => id)),
    group_lessons: await Promise.all(
      voices.lessons.map(async ({ id, class_id, topic, started_at }) => ({
        id,
        class_id,
        topic,
        started_at,
        you_said: await saidBy(sources, id, voices),
      })),
    ),
    clips: (await listOwnClips(sources, scope, userId)).map(({ id, recording_id, start_ms, end_ms, audio_name }) => ({
      id,
      recording_id,
      start_ms,
      end_ms,
      file: basename(audio_name),
    })),
  };
}

/**
 * The teacher's voice is the teacher's, and of a group nobody can tell whose a learner's voice is. A class may have been
 * somebody else's before: what is published says whose it is where it knows, else the lesson does.
 */
async function listOwnClips(
  { games }: LearnerSources,
  { recordings, ownLessons }: LearnerScope,
  userId: string,
): Promise<Clip[]> {
  const clips = await new ClipRepository(games).listOfRecordings(recordings);
  const own = new Set(ownLessons.map(({ recording_id }) => recording_id));
  const isOfOwnLesson = ({ said_by, learner_id, recording_id }: ClipWithLearner): boolean =>
    said_by === 'student' && learner_id === null && own.has(recording_id);
  return clips.filter((clip) => isVoiceOf(userId, clip) || isOfOwnLesson(clip));
}

/** What the learner said in a lesson with others, as far as a speaker bears their name. */
async function saidBy({ lessons }: LearnerSources, id: string, { labelsIn }: GroupVoices): Promise<Row[]> {
  const [lesson] = await lessons.listWhole([id]);
  const labels = new Set(labelsIn(lesson?.speakers ?? []));
  return (lesson?.cues ?? [])
    .filter(({ speaker }) => speaker !== null && labels.has(speaker))
    .map(({ start_ms, text }) => ({ at_ms: start_ms, text }));
}

function readable(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (momentColumn.test(name)) return [name, toIsoOrNull(value)];
      if (jsonColumns.has(name) && typeof value === 'string') return [name, JSON.parse(value)];
      return [name, value];
    }),
  );
}
