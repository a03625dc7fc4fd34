import { NotFoundError } from '@tulkka/shared/errors';
import {
  type ClassRepository,
  type ClipRepository,
  type ClipWithLearner,
  isVoiceOf,
} from '@tulkka/shared/repositories';
import type { Caller } from './caller.ts';
import { keepsClass } from './class-access.ts';

/** What the questions about clips are answered from. */
export interface ClipPlaces {
  clips: Pick<ClipRepository, 'find'>;
  classes: Pick<ClassRepository, 'find'>;
}

/** A clip for whoever keeps its class. @throws NotFoundError to anybody else */
export async function requireKeptClip(places: ClipPlaces, caller: Caller, id: string): Promise<ClipWithLearner> {
  const clip = await places.clips.find(id);
  const lessonClass = clip && (await places.classes.find(clip.class_id));
  if (!clip || !lessonClass || !keepsClass(caller, lessonClass)) throw new NotFoundError('The clip');
  return clip;
}

/**
 * A clip that somebody may hear: whoever keeps its class; of what is published its learners hear their teacher, and the
 * one learner of a lesson their own voice. A voice that may be another learner's is nobody's to hear.
 * @throws NotFoundError
 */
export async function requireHeardClip(
  places: ClipPlaces,
  caller: Caller,
  userId: string,
  id: string,
): Promise<ClipWithLearner> {
  const clip = await places.clips.find(id);
  const lessonClass = clip && (await places.classes.find(clip.class_id));
  if (!clip || !lessonClass) throw new NotFoundError('The clip');
  const isLearners = clip.is_published && lessonClass.students.includes(userId);
  const mayHear = clip.said_by === 'teacher' || isVoiceOf(userId, clip);
  if (keepsClass(caller, lessonClass) || (isLearners && mayHear)) return clip;
  throw new NotFoundError('The clip');
}
