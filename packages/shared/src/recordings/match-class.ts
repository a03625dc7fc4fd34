import { asRead } from '../grading/index.ts';
import type { LessonClass } from '../repositories/index.ts';

/** What a recording tells of where it belongs. */
export interface RecordingOrigin {
  meetingId: string | null;
  hostEmail: string | null;
  topic: string | null;
}

type Candidate = Pick<LessonClass, 'id' | 'zoom_meeting_id' | 'teacher_email' | 'topic_pattern'>;

/**
 * The class that a recording belongs to: by the meeting's number; else by its host and the topic; else by its host alone,
 * if the host has one class. Undefined when none or several fit: a person decides then.
 */
export function matchClass<C extends Candidate>(origin: RecordingOrigin, classes: readonly C[]): C | undefined {
  const byTopic = (list: readonly C[]) =>
    list.filter((c) => c.topic_pattern !== null && matchesTopic(c.topic_pattern, origin.topic ?? ''));
  const sameMeeting = classes.filter((c) => origin.meetingId !== null && c.zoom_meeting_id === origin.meetingId);
  // A personal meeting room serves several classes: then the topic tells them apart.
  if (sameMeeting.length > 0) return only(sameMeeting) ?? only(byTopic(sameMeeting));
  const email = origin.hostEmail?.toLowerCase();
  const sameHost = classes.filter((c) => email !== undefined && c.teacher_email?.toLowerCase() === email);
  return only(byTopic(sameHost)) ?? only(sameHost.length === 1 ? sameHost : []);
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/**
 * Whether a topic fits a pattern: its words in their order, each a whole word, whatever their case, with `*` for anything
 * between. What looks the same is the same: how a letter is composed, which space, dash or apostrophe was typed.
 */
export function matchesTopic(pattern: string, topic: string): boolean {
  let rest = asRead(topic);
  for (const part of pattern.split('*').map(asRead)) {
    const end = endOfWords(rest, part);
    if (end < 0) return false;
    rest = rest.slice(end);
  }
  return true;
}

/** Letters and digits belong to one word; scripts that are written without spaces have no such bounds. */
const ofWord = /[\p{L}\p{M}\p{N}]/u;
const withoutSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const joins = (left: string | undefined, right: string | undefined): boolean =>
  [left, right].every((sign) => sign !== undefined && ofWord.test(sign) && !withoutSpaces.test(sign));

/** Where the first place ends that has these words whole; -1 where there is none. */
function endOfWords(text: string, words: string): number {
  const [first] = words;
  const last = [...words].at(-1);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1);
    const [after] = text.slice(end, end + 2);
    if (words === '' || !(joins(before, first) || joins(last, after))) return end;
  }
  return -1;
}
