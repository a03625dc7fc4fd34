import type { LessonCounts, LessonStore, LessonSummary, StateCount } from '../lessons/index.ts';
import { shortened, spokenAge, textTable } from './text-table.ts';

/** What `npm run status` shows of one lesson. Nothing in it was said in the lesson. */
export interface LessonLine {
  id: string;
  status: LessonSummary['status'];
  class_id: string | null;
  source: LessonSummary['source'];
  topic: string;
  created_at: string;
  attempts: number;
  next_attempt_at: string;
  lease_owner: string | null;
  waiting_for: string | null;
  last_error: string | null;
}

/** The pipeline at one moment. */
export interface PipelineStatus {
  at: string;
  states: StateCount[];
  /** Failed lessons, the newest first, then lessons in other states that failed before or wait for something. */
  troubled: LessonLine[];
  newest: LessonLine[];
}

/** As many troubled lessons as a person reads. */
const mostTroubled = 20;
/** Lessons of each unfinished state among which trouble is looked for. */
const lookedThrough = 100;

/** Reads the state of the pipeline; a handful of small questions to the lessons database. */
export async function readPipelineStatus(
  counts: Pick<LessonCounts, 'countByStatus'>,
  lessons: Pick<LessonStore, 'list'>,
  newest = 10,
): Promise<PipelineStatus> {
  const list = (status: LessonSummary['status'] | undefined, limit: number) =>
    lessons.list({ status, classIds: null, page: 1, limit }).then((page) => page.lessons.map(toLine));
  const [states, latest, failed, ...open] = await Promise.all([
    counts.countByStatus(),
    list(undefined, newest),
    list('failed', mostTroubled),
    list('unassigned', mostTroubled),
    list('pending_transcript', lookedThrough),
    list('pending_processing', lookedThrough),
  ]);
  const waiting = open
    .flat()
    .filter((l) => l.last_error !== null || l.waiting_for !== null || l.status === 'unassigned');
  return {
    at: new Date().toISOString(),
    states,
    troubled: [...failed, ...waiting].slice(0, mostTroubled),
    newest: latest,
  };
}

/** The status as tables for a terminal. */
export function formatPipelineStatus({ at, states, troubled, newest }: PipelineStatus): string {
  const now = Date.parse(at);
  const age = (moment: string | null) => (moment === null ? '–' : spokenAge((now - Date.parse(moment)) / 1000));
  const lessonTable = (lines: readonly LessonLine[]) =>
    textTable(
      ['lesson', 'state', 'class', 'age', 'attempts', 'next', 'topic', 'what is known'],
      lines.map((line) => [
        line.id,
        line.status,
        line.class_id ?? '–',
        age(line.created_at),
        String(line.attempts),
        nextStep(line, now),
        shortened(line.topic, 28),
        line.last_error ?? (line.waiting_for === null ? '' : `waiting: ${line.waiting_for}`),
      ]),
    );
  const counts = textTable(
    ['state', 'lessons', 'oldest'],
    states.map(({ status, count, oldestAt }) => [status, String(count), age(oldestAt)]),
  );
  const sections = [counts];
  if (troubled.length > 0) {
    sections.push(`Failed, unassigned or waiting (npm run retry -- <id> for failed ones)\n${lessonTable(troubled)}`);
  }
  sections.push(newest.length === 0 ? 'There are no lessons yet.' : `Newest\n${lessonTable(newest)}`);
  return sections.join('\n\n');
}

function nextStep(line: LessonLine, now: number): string {
  if (!line.status.startsWith('pending')) return '–';
  if (line.lease_owner !== null) return 'running';
  const seconds = (Date.parse(line.next_attempt_at) - now) / 1000;
  return seconds <= 0 ? 'now' : `in ${spokenAge(seconds)}`;
}

function toLine(lesson: LessonSummary): LessonLine {
  const leased = lesson.lease_expires_at !== null && Date.parse(lesson.lease_expires_at) > Date.now();
  return {
    id: lesson.id,
    status: lesson.status,
    class_id: lesson.class_id,
    source: lesson.source,
    topic: lesson.topic,
    created_at: lesson.created_at,
    attempts: lesson.attempt_count,
    next_attempt_at: lesson.next_attempt_at,
    lease_owner: leased ? lesson.lease_owner : null,
    waiting_for: lesson.waiting_for,
    last_error: lesson.last_error,
  };
}
