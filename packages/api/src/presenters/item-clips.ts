import { quoteKey } from '@tulkka/shared/clips';
import type { Db } from '@tulkka/shared/database';
import { ClipRepository, type ClipWithLearner, type ItemOrigin } from '@tulkka/shared/repositories';

/** What of an item can be heard. */
export interface HeardOfItem {
  clip_id: string | null;
  own_clip_id: string | null;
}

const nothing: HeardOfItem = { clip_id: null, own_clip_id: null };

type Origin = Pick<ItemOrigin, 'recordingId' | 'quote'>;

/** Finds the clips of items by what they quote: one question for all of them, and none where nothing was recorded. */
export async function clipsOfItems(
  db: Db,
  userId: string,
  origins: Iterable<Origin>,
): Promise<(origin: Origin | undefined) => HeardOfItem> {
  const recordings = new Set(
    [...origins].flatMap(({ recordingId, quote }) => (quote === null ? [] : (recordingId ?? []))),
  );
  if (recordings.size === 0) return () => nothing;
  const clips = await new ClipRepository(db).listOfRecordings([...recordings]);
  const byKey = new Map(clips.map((clip) => [`${clip.recording_id} ${clip.quote_key}`, clip]));
  return (origin) => {
    if (origin === undefined || origin.quote === null || origin.recordingId === null) return nothing;
    const said = byKey.get(`${origin.recordingId} ${quoteKey(origin.quote)}`);
    const answer = byKey.get(`${origin.recordingId} ${quoteKey(origin.quote, 'answer')}`);
    return { clip_id: teachersOf(said) ?? teachersOf(answer), own_clip_id: ownOf(said, userId) };
  };
}

const teachersOf = (clip: ClipWithLearner | undefined): string | null => (clip?.said_by === 'teacher' ? clip.id : null);

const ownOf = (clip: ClipWithLearner | undefined, userId: string): string | null =>
  clip?.said_by === 'student' && clip.learner_id === userId ? clip.id : null;
