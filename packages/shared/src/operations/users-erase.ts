import { forgetAudio, forgetUploads } from '../audio-retention/index.ts';
import type { AudioStore } from '../audio-store/index.ts';
import { inTransaction } from '../database/index.ts';
import { ConflictError } from '../errors/index.ts';
import { erasedTopic } from '../lessons/index.ts';
import { LearnerRepository, learnerTables, UploadRepository } from '../repositories/index.ts';
import { forgetVoice, type VoiceSources } from './forget-voice.ts';
import { findGroupVoices, type GroupVoices } from './group-voices.ts';
import { findLearnerScope, type LearnerScope, type LearnerSources } from './learner-scope.ts';

/** Where the sound of lessons is kept. */
export interface SoundSource {
  audioStore: AudioStore;
}

/** What an erasure found and took away, and what stays and why. */
export interface Erasure {
  user_id: string;
  erased: Record<string, number>;
  /** Sentences for the person who asked. */
  stays: string[];
}

/**
 * Forgets one learner in both databases. The order makes it safe to repeat after any interruption: the lessons database
 * first, where blanked lessons go on naming the learner; then the games in one transaction, which holds what tells which
 * classes and lessons were theirs; the name on the blanked lessons last.
 * @param alsoKnownAs what recordings call the learner, beside the name of their profile
 * @throws ConflictError while a process works on one of the lessons, or when something of the learner came back meanwhile
 */
export async function eraseLearner(
  sources: LearnerSources & VoiceSources & SoundSource,
  userId: string,
  alsoKnownAs: readonly string[] = [],
): Promise<Erasure> {
  const learners = new LearnerRepository(sources.games);
  const scope = await findLearnerScope(sources, userId);
  const voices = await findGroupVoices(learners, userId, scope, alsoKnownAs);
  const ids = await collectIds(learners, userId, scope);
  const erased = await countLearner(sources, userId, scope, ids);

  const waiting = await sources.lessons.listAwaitedAudio(scope.ownLessons.map(({ id }) => id));
  for (const { id } of scope.ownLessons) await sources.lessons.blank(id, userId);
  await sources.audioStore.delete(waiting);
  // Asked again: a worker may have stored a set between our look and the blanking.
  const sets = (await findLearnerScope(sources, userId)).ownSets;
  await sources.lessons.deleteSets(sets.map(({ id }) => id));
  const voice = await forgetVoices(sources, voices);
  const sound = (await forgetSound(sources, scope, voices)) + (await forgetUploads(sources, userId, scope.ownClasses));

  const requests = await learners.listFetchRequestIds(userId);
  const answers = await learners.listAnswersWith(ids);
  await inTransaction(sources.games, async (transaction) => {
    const inside = new LearnerRepository(transaction);
    await inside.deletePublished(scope.recordings);
    await inside.deleteRows(userId);
    await inside.deleteProfile(userId);
    await inside.deleteByKey('fetch_requests', requests);
    await inside.deleteByKey('idempotency_keys', answers);
    await inside.deleteByKey('classes', scope.ownClasses);
  });
  await sources.lessons.detach(userId);

  const { recordings } = scope;
  const left = await countLearner(sources, userId, { ...(await findLearnerScope(sources, userId)), recordings }, ids);
  const remaining = Object.entries(left).filter(([, count]) => count > 0);
  if (remaining.length > 0) {
    const list = remaining.map(([name, count]) => `${count} ${name}`).join(', ');
    throw new ConflictError(
      `Something of this learner was stored while they were erased (${list}). Repeat the command.`,
    );
  }
  return {
    user_id: userId,
    erased: {
      ...erased,
      'items of groups that repeated their words': voice.withdrawn,
      'pieces of sound': sound + waiting.length,
    },
    stays: whatStays(scope, voice.unheard),
  };
}

/** All sound of what is theirs alone; of a group the recordings, and the clips of learners: nobody can tell whose they are. */
async function forgetSound(sources: LearnerSources & SoundSource, scope: LearnerScope, voices: GroupVoices) {
  let forgotten = 0;
  for (const recordingId of scope.recordings) forgotten += await forgetAudio(sources, recordingId);
  for (const { recording_id } of voices.lessons) {
    forgotten += await forgetAudio(sources, recording_id, 'not the teacher’s');
  }
  return forgotten;
}

/** Takes the learner's own words out of what their groups still see, as far as a speaker bears their name. */
async function forgetVoices(
  sources: LearnerSources & VoiceSources,
  { lessons, labelsIn }: GroupVoices,
): Promise<{ withdrawn: number; unheard: number }> {
  let withdrawn = 0;
  let unheard = 0;
  for (const { id } of lessons) {
    const [lesson] = await sources.lessons.listWhole([id]);
    if (!lesson?.cues) continue;
    const labels = labelsIn(lesson.speakers ?? []);
    if (labels.length === 0) {
      unheard += 1;
      continue;
    }
    withdrawn += await forgetVoice(sources, lesson, labels);
    await sources.lessons.silence(lesson, labels);
  }
  return { withdrawn, unheard };
}

/** The tables in the words of the report. */
const spoken: Record<(typeof learnerTables)[number], string> = {
  game_results: 'results',
  game_sessions: 'sessions',
  user_mistakes: 'mistakes',
  user_game_stats: 'statistics',
  memories: 'memories',
  memory_parameters: 'parameters of their memory',
  item_reports: 'reports',
  word_lists: 'word lists',
  class_students: 'class memberships',
};

/** How much there is of a learner, in the words of the report. */
async function countLearner(
  { games }: LearnerSources,
  userId: string,
  scope: LearnerScope,
  ids: ReadonlySet<string>,
): Promise<Record<string, number>> {
  const learners = new LearnerRepository(games);
  const counts: Record<string, number> = {};
  for (const table of learnerTables) {
    counts[spoken[table]] = (await learners.listRows(table, userId)).length;
  }
  const requests = await learners.listFetchRequestIds(userId);
  return {
    ...counts,
    profiles: (await learners.listProfile(userId)).length,
    'codes of their place': (await learners.listPlaceCodes(userId)).length,
    words: (await learners.listWords(userId)).length,
    'one-to-one classes': scope.ownClasses.length,
    'one-to-one lessons': scope.ownLessons.filter(({ topic }) => topic !== erasedTopic).length,
    'exercise sets': scope.ownSets.length,
    'recordings on their way': (await new UploadRepository(games).listAbout(userId, scope.ownClasses)).length,
    'published rows': await learners.countPublished(scope.recordings),
    'fetch requests': requests.length,
    'kept answers': (await learners.listAnswersWith(ids)).length,
  };
}

/** Every id by which a kept answer may speak of the learner. */
async function collectIds(learners: LearnerRepository, userId: string, scope: LearnerScope): Promise<Set<string>> {
  const tables = ['game_results', 'game_sessions', 'item_reports', 'word_lists'] as const;
  const rows = await Promise.all(tables.map((table) => learners.listRows(table, userId)));
  return new Set([
    userId,
    ...rows.flat().map((row) => String(row.id)),
    ...(await learners.listWords(userId)).map((row) => String(row.id)),
    ...scope.ownLessons.map(({ id }) => id),
    ...scope.ownSets.map(({ id }) => id),
    ...scope.recordings,
  ]);
}

function whatStays(scope: LearnerScope, unheard: number): string[] {
  const stays: string[] = [];
  if (scope.sharedClasses.length > 0) {
    stays.push(
      `${scope.sharedLessons.length} lesson(s) of groups (${scope.sharedClasses.join(', ')}): what the others said there. ` +
        'This learner’s own words, what was made of them, the membership and every mention of their id are gone.',
    );
  }
  if (unheard > 0) {
    stays.push(
      `In ${unheard} lesson(s) of groups no speaker bears this learner’s name, so that their words could not be told from the others’. ` +
        'Where the recording calls them something else, repeat the command with --known-as NAME.',
    );
  }
  if (scope.ownLessons.length > 0) {
    stays.push(
      `${scope.ownLessons.length} empty row(s) of one-to-one lessons, with the recording’s own id, its date and cost: ` +
        'without them the recordings would be fetched anew. Delete the recordings in Zoom and the files in the inbox as well.',
    );
  }
  stays.push('Backups made before: they run out by their own age. After restoring one, erase again.');
  return stays;
}
