import { isConnectionFailure } from '@tulkka/shared/database';
import { DependencyUnavailableError } from '@tulkka/shared/errors';
import type { ExerciseSetStore, LessonNews } from '@tulkka/shared/lessons';
import type { Logger } from '@tulkka/shared/logging';
import type { WatermarkRepository } from '@tulkka/shared/repositories';
import { type ClipParts, makeClips } from './make-clips.ts';

/** Where changed sets are found, and what is cut for them. */
export interface FollowedSets {
  news: Pick<LessonNews, 'setsFrom'>;
  sets: Pick<ExerciseSetStore, 'get' | 'listCues'>;
  watermarks: WatermarkRepository;
  clips: ClipParts;
}

const source = 'clips';
const atOnce = 50;
/** Clocks of machines differ, and a change is seen a little after its time: each look goes so far behind its mark. */
const overlapMs = 60_000;

/**
 * Cuts clips for what was added to sets or mended since the last look, where the recording is still kept. Any number of
 * workers may do it: a clip that is there is not cut again.
 * @returns how many clips were made
 */
export async function cutForChangedSets(parts: FollowedSets, log: Logger, signal?: AbortSignal): Promise<number> {
  const began = new Date();
  const mark = await parts.watermarks.find(source);
  let since = new Date((mark ?? began).getTime() - overlapMs);
  let made = 0;
  for (;;) {
    const changed = await parts.news.setsFrom(since, atOnce);
    for (const { id } of changed) {
      if (signal?.aborted) return made;
      made += await cutForSet(parts, id, log);
    }
    const last = changed.at(-1);
    const next = last && new Date(last.updated_at);
    if (changed.length < atOnce || next === undefined || next <= since) break;
    since = next;
  }
  await parts.watermarks.advance(source, began);
  return made;
}

/** A set that cannot be read holds up no other; a database or store that is away is asked again at the next look. */
async function cutForSet({ sets, clips }: FollowedSets, id: string, log: Logger): Promise<number> {
  try {
    const { recording_id, class_id, zoom_summary_id, exercises, status } = await sets.get(id);
    if (status === 'rejected' || (await clips.recordings.listParts(recording_id)).length === 0) return 0;
    const cues = await sets.listCues(zoom_summary_id);
    return (await makeClips(clips, { recording_id, class_id, cues, exercises })).made;
  } catch (error) {
    if (error instanceof DependencyUnavailableError || isConnectionFailure(error)) throw error;
    log.warn('a changed set has no new clips', { exercise_set_id: id, error });
    return 0;
  }
}
