import type { LessonReport, SoundProblem } from '@tulkka/shared/exercises';

const details: Readonly<Record<SoundProblem, string>> = {
  missing:
    'The recording is not in the store for sound any more, so that nothing could be cut of it: upload it again, and change an item to have it cut.',
  unreadable:
    'The sound of the recording cannot be read: the file is cut off, holds no sound, or is in an odd form. Upload it again as m4a, mp3 or wav.',
  short:
    'The recording ends before its transcript does, so that clips are missing: it was cut off, or the transcript belongs to another recording.',
};

/** A lesson's report with what is known against its sound. */
export const withSoundProblem = (report: LessonReport | null, problem: SoundProblem | null): LessonReport | null =>
  report === null || problem === null ? report : { ...report, sound: { problem, detail: details[problem] } };
