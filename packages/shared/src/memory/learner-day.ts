/** A learner's day begins at four in the morning: who practises past midnight has not begun another day. */
const dayBegins = 4 * 3_600_000;
const day = 86_400_000;

/** Building a formatter costs a thousand times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** What was found of zones and days: one result asks for a dozen days, and everybody of a zone for the same ones. */
const found = new Map<string, number>();
/** Some years of days in a few dozen zones. */
const mostFound = 20_000;

function once(key: string, find: () => number): number {
  const known = found.get(key);
  if (known !== undefined) return known;
  if (found.size >= mostFound) found.clear();
  const value = find();
  found.set(key, value);
  return value;
}

/** Whether this is a time zone by its IANA name. */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** When the learner's day that holds `at` began, in this time zone. */
export function dayStartOf(at: Date, zone: string): Date {
  // A day begins with a whole second, and answers come by the hundred in one.
  const moment = Math.floor(at.getTime() / 1000) * 1000;
  return new Date(once(`${zone} holds ${moment}`, () => findDayStart(moment, zone)));
}

function findDayStart(moment: number, zone: string): number {
  const date = wallTime(moment, zone) - dayBegins;
  const start = startOf(date - mod(date, day), zone).getTime();
  // Where clocks go back over four o'clock it strikes twice; the day began with the first.
  return start <= moment ? start : startOf(date - mod(date, day) - day, zone).getTime();
}

/** When the learner's day begins that comes `days` days after the one that began at `dayStart`. */
export function dayAfter(dayStart: Date, days: number, zone: string): Date {
  return startOf(dateNumber(dayStart, zone) + days * day, zone);
}

/** The date of the learner's day that began at `dayStart`, as YYYY-MM-DD. */
export function dateOf(dayStart: Date, zone: string): string {
  return new Date(dateNumber(dayStart, zone)).toISOString().slice(0, 10);
}

/** When the learner's day of a date (YYYY-MM-DD) begins. */
export function startOfDate(date: string, zone: string): Date {
  return startOf(Date.parse(`${date}T00:00:00Z`), zone);
}

/** The weekday of the learner's day that began at `dayStart`: 1 is Monday, 7 Sunday. */
export function weekdayOf(dayStart: Date, zone: string): number {
  return new Date(dateNumber(dayStart, zone)).getUTCDay() || 7;
}

/**
 * Days between two learner's days, by when they began; 0 for the same one, never negative. The beginnings are compared
 * and not the dates: a day of 23 or 25 hours, a date that a zone skipped and a flight over the date line all count as the
 * nights that a person had in between.
 */
export function daysBetween(earlier: Date, later: Date): number {
  return Math.max(0, Math.round((later.getTime() - earlier.getTime()) / day));
}

/** Midnight UTC of the date that this day has in the zone. */
function dateNumber(dayStart: Date, zone: string): number {
  return once(`${zone} at ${dayStart.getTime()}`, () => {
    const date = wallTime(dayStart.getTime(), zone) - dayBegins;
    // A start may lie past four, where clocks went forward over it; the date is the same.
    return date - mod(date, day);
  });
}

/** The first moment at which it is four o'clock or later on the date that begins at `date` (midnight, as if in UTC). */
const startOf = (date: number, zone: string): Date =>
  new Date(once(`${zone} from ${date}`, () => findStart(date, zone)));

function findStart(date: number, zone: string): number {
  const four = date + dayBegins;
  const offsets = [four - day, four + day].map((moment) => wallTime(moment, zone) - moment);
  const candidates = offsets.map((offset) => four - offset);
  const exact = candidates.filter((moment) => wallTime(moment, zone) === four);
  if (exact.length > 0) return Math.min(...exact);
  // Clocks went forward over four o'clock, or over the whole date: the day begins where they did.
  let before = Math.min(...candidates) - day;
  let after = Math.max(...candidates) + day;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallTime(middle, zone) >= four) after = middle;
    else before = middle;
  }
  return after;
}

/** What clocks in the zone show at a moment, as if they showed UTC. */
function wallTime(moment: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(moment)) parts[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, date, hour, minute, second) + mod(moment, 1000);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;
