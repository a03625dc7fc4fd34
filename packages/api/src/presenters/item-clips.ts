import { lettersOf, quoteKey } from '@tulkka/shared/clips';
import type { Db } from '@tulkka/shared/database';
import { ClipRepository, type ClipWithLearner, type ItemOrigin, isVoiceOf } from '@tulkka/shared/repositories';

/** What of an item can be heard. */
export interface HeardOfItem {
  clip_id: string | null;
  own_clip_id: string | null;
  /** In a session by ear: the teacher saying just what is to be typed. */
  listen_clip_id?: string | null;
}

const nothing: HeardOfItem = { clip_id: null, own_clip_id: null };

type Origin = Pick<ItemOrigin, 'recordingId' | 'quote'>;

/** Nobody takes longer to say a text than a second and so much a letter: a longer clip holds more than the text. */
const longestMsPerLetter = 110;

/**
 * Finds the clips of items by what they quote: one question for all of them, and none where nothing was recorded. In a
 * session by ear `dictated` is what its item has said aloud.
 */
export async function clipsOfItems(
  db: Db,
  userId: string,
  origins: Iterable<Origin>,
): Promise<(origin: Origin | undefined, dictated?: string) => HeardOfItem> {
  const recordings = new Set(
    [...origins].flatMap(({ recordingId, quote }) => (quote === null ? [] : (recordingId ?? []))),
  );
  if (recordings.size === 0) return (_, dictated) => silent(dictated);
  const clips = await new ClipRepository(db).listOfRecordings([...recordings]);
  const byKey = new Map(clips.map((clip) => [`${clip.recording_id} ${clip.quote_key}`, clip]));
  return (origin, dictated) => {
    if (origin === undefined || origin.quote === null || origin.recordingId === null) return silent(dictated);
    const said = byKey.get(`${origin.recordingId} ${quoteKey(origin.quote)}`);
    const answer = byKey.get(`${origin.recordingId} ${quoteKey(origin.quote, 'answer')}`);
    return {
      ...silent(dictated),
      clip_id: teachersOf(said) ?? teachersOf(answer),
      own_clip_id: ownOf(said, userId),
      ...(dictated !== undefined && holdsJust(dictated, origin.quote, said) && { listen_clip_id: teachersOf(said) }),
    };
  };
}

const silent = (dictated: string | undefined): HeardOfItem =>
  dictated === undefined ? nothing : { ...nothing, listen_clip_id: null };

/** Whether a clip of a quote holds a text and no more: clips are cut where cues end, which may be later than the quote. */
function holdsJust(text: string, quote: string, clip: ClipWithLearner | undefined): boolean {
  const letters = lettersOf(text);
  if (clip === undefined || lettersOf(quote) !== letters) return false;
  return clip.end_ms - clip.start_ms <= 1000 + longestMsPerLetter * letters.length;
}

const teachersOf = (clip: ClipWithLearner | undefined): string | null => (clip?.said_by === 'teacher' ? clip.id : null);

const ownOf = (clip: ClipWithLearner | undefined, userId: string): string | null =>
  clip && isVoiceOf(userId, clip) ? clip.id : null;
