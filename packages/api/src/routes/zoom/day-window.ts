const minute = 60_000;
const day = 1440 * minute;
/** How far a lesson may begin from the time that it was planned for. */
const nearMs = 90 * minute;

/** When on a day (UTC) a lesson began, as far as the caller knows. */
export interface LessonTime {
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM, each of them; a range whose end is not after its start ends on the next day. */
  meeting_time?: string | undefined;
  start_time?: string | undefined;
  end_time?: string | undefined;
}

/** The stretch of time to look in: from (included) until (not included). */
export function dayWindow(time: LessonTime): { from: Date; until: Date } {
  const midnight = Date.parse(`${time.date}T00:00:00Z`);
  if (time.start_time === undefined && time.end_time === undefined && time.meeting_time !== undefined) {
    const planned = midnight + minutesOf(time.meeting_time);
    return { from: new Date(planned - nearMs), until: new Date(planned + nearMs) };
  }
  const from = midnight + (time.start_time === undefined ? 0 : minutesOf(time.start_time));
  const end = time.end_time === undefined ? day : minutesOf(time.end_time) + minute;
  const until = midnight + end;
  return { from: new Date(from), until: new Date(until > from ? until : until + day) };
}

/** The one that began nearest to the planned time; the first where no time is known. */
export function nearest<T extends { started_at: string }>(lessons: readonly T[], time: LessonTime): T | undefined {
  if (time.meeting_time === undefined) return lessons[0];
  const planned = Date.parse(`${time.date}T00:00:00Z`) + minutesOf(time.meeting_time);
  const distance = (lesson: T) => Math.abs(Date.parse(lesson.started_at) - planned);
  return [...lessons].sort((a, b) => distance(a) - distance(b))[0];
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * minute;
}
