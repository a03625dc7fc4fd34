/** What a calendar is to remind of, in the person's words. */
export interface PracticeEvent {
  /** Of the person, so that a calendar takes a second file for a change of the first. */
  id: string;
  title: string;
  url: string;
  /** `HH:MM`, where the person lives. */
  time: string;
  minutes: number;
  /** Days with less to do, 1 (Monday) to 7: none is reminded of. */
  easyDays: readonly number[];
}

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Octets of a line; what is longer goes on in the next one, behind a space (RFC 5545, 3.1). */
const longestLine = 75;

const two = (number: number): string => String(number).padStart(2, '0');
const dateOf = (at: Date): string => `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

function folded(line: string): string {
  const encoder = new TextEncoder();
  let [written, length] = ['', 0];
  for (const sign of line) {
    const octets = encoder.encode(sign).length;
    if (length + octets > longestLine) [written, length] = [`${written}\r\n `, 1];
    written += sign;
    length += octets;
  }
  return written;
}

/**
 * A daily practice for any calendar, as iCalendar (RFC 5545). Its time has no zone: it is that of wherever the calendar is,
 * and the first one is today's or the next day's that is not easy.
 */
export function practiceEvent({ id, title, url, time, minutes, easyDays }: PracticeEvent, now: Date): string {
  const days = dayNames.filter((_, i) => !easyDays.includes(i + 1));
  const kept = days.length > 0 ? days : [...dayNames];
  const first = new Date(now);
  const isKept = (): boolean => kept.some((day) => day === dayNames[(first.getDay() + 6) % 7]);
  while (!isKept()) first.setDate(first.getDate() + 1);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tulkka Lessons//Practice//EN',
    'BEGIN:VEVENT',
    `UID:practice-${id}@tulkka-lessons`,
    `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART:${dateOf(first)}T${time.replace(':', '')}00`,
    `DURATION:PT${Math.max(5, minutes)}M`,
    kept.length === 7 ? 'RRULE:FREQ=DAILY' : `RRULE:FREQ=WEEKLY;BYDAY=${kept.join(',')}`,
    `SUMMARY:${escaped(title)}`,
    `URL:${url}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
