import type { AudioStore } from '@tulkka/shared/audio-store';
import { type Lesson, type NewLesson, recordingOfFile } from '@tulkka/shared/lessons';
import { RecordingAudioRepository } from '@tulkka/shared/repositories';
import type { ApiContext } from '../../context.ts';
import { type LessonPlace, requireSameClass } from './lesson-place.ts';

/** Sound that came whole, wherever it lies until it is kept. */
export interface ArrivedRecording {
  /** What its lesson is called where nobody says. */
  title: string;
  /** SHA-256 of the content: what makes the recording itself. */
  hash: string;
  /** Where it will stand in the store. */
  audioName: string;
  keep(store: AudioStore): Promise<void>;
}

/** Makes the lesson of a recording, once: the same content leads to the lesson that is there. Safe to repeat. */
export async function storeRecording(
  context: ApiContext,
  recording: ArrivedRecording,
  place: LessonPlace,
): Promise<{ lesson: Lesson; added: boolean }> {
  const { lessons } = context.lessonParts();
  const { hash, audioName, title } = recording;
  requireSameClass(await lessons.findByRecording(recordingOfFile(hash)), place.class_id);
  // The audio first: a lesson that is stored has its audio where it says.
  await recording.keep(context.audioStore);
  const found = {
    ...newLesson(hash, 'pending_transcript'),
    ...place,
    topic: place.topic ?? title,
    audio_path: audioName,
  };
  const stored = await lessons.add(found);
  requireSameClass(stored.lesson, place.class_id);
  const lesson = await lessons.get(stored.lesson.id);
  // A recording that was transcribed before needs its audio no more, unless its class keeps it.
  if (lesson.audio_path !== audioName && !(await isKept(context, lesson))) await context.audioStore.delete([audioName]);
  return { lesson, added: stored.added };
}

/** What is known of the lesson of a file by its content alone. */
export const newLesson = (
  hash: string,
  status: 'pending_processing' | 'pending_transcript',
): Pick<NewLesson, 'recording_id' | 'source' | 'started_at' | 'status' | 'resume_status'> => ({
  recording_id: recordingOfFile(hash),
  source: 'upload',
  started_at: new Date().toISOString(),
  status,
  resume_status: status,
});

const isKept = async ({ db }: Pick<ApiContext, 'db'>, { recording_id }: Lesson): Promise<boolean> =>
  (await new RecordingAudioRepository(db).listParts(recording_id)).length > 0;
