import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { shuffled } from '../random/index.ts';
import { dataOf } from './connect-supabase.ts';
import { Lesson, type LessonChanges } from './lesson.ts';
import { now } from './moment.ts';
import type { LessonStatus, QueueStatus } from './states.ts';

/** Who claims, and by which rules. */
export interface Claimant {
  /** Names the process in lease_owner; unique among all that run. */
  owner: string;
  leaseSeconds: number;
  maxAttempts: number;
  /** Hears what became of each try to take a lesson: one may be lost to somebody who was faster. */
  onClaim?: ((outcome: ClaimOutcome) => void) | undefined;
}

export type ClaimOutcome = 'won' | 'lost';

/** How many of the oldest rows a claimant looks at; several claimants pick different ones among them. */
const candidates = 20;

const Candidate = z.object({ id: z.string(), attempt_count: z.number() });

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

/**
 * The queue that zoom_summaries is: claim, renew, finish, postpone, fail, hand back. Each is one conditional statement,
 * and each that ends a claim touches the row only while its lease is still ours.
 */
export class LessonQueue {
  constructor(
    private readonly supabase: SupabaseClient,
    private readonly claimant: Claimant,
  ) {}

  /**
   * Takes one lesson in this state for us alone, or finds none. The attempt is counted by the claim, so that a lesson
   * that kills its process runs out of attempts as well; such a one is set to failed here.
   */
  async claim(status: QueueStatus): Promise<Lesson | undefined> {
    const free = `lease_expires_at.is.null,lease_expires_at.lt."${now()}"`;
    const answer = await this.supabase
      .from('zoom_summaries')
      .select('id,attempt_count')
      .eq('status', status)
      .or(free)
      .lte('next_attempt_at', now())
      .order('created_at')
      .limit(candidates);
    const found = z.array(Candidate).parse(dataOf(answer, 'Looking for lessons'));
    // In random order, so that several claimants do not all try for the same row first.
    for (const candidate of shuffled(found)) {
      if (candidate.attempt_count >= this.claimant.maxAttempts) await this.giveUp(candidate, status, free);
      else {
        const lesson = await this.take(candidate, status, free);
        if (lesson) return lesson;
      }
    }
    return undefined;
  }

  /** Takes one named lesson, whatever it waits for, if nobody else holds it. */
  async claimById(id: string, status: QueueStatus): Promise<Lesson | undefined> {
    const answer = await this.supabase
      .from('zoom_summaries')
      .select('id,attempt_count')
      .eq('id', id)
      .eq('status', status);
    const [candidate] = z.array(Candidate).parse(dataOf(answer, 'Looking for a lesson'));
    if (!candidate) return undefined;
    return this.take(candidate, status, `lease_expires_at.is.null,lease_expires_at.lt."${now()}"`);
  }

  private async take(candidate: z.infer<typeof Candidate>, status: string, free: string): Promise<Lesson | undefined> {
    const { owner, leaseSeconds } = this.claimant;
    const answer = await this.supabase
      .from('zoom_summaries')
      .update({
        lease_owner: owner,
        lease_expires_at: inSeconds(leaseSeconds),
        attempt_count: candidate.attempt_count + 1,
        updated_at: now(),
      })
      .eq('id', candidate.id)
      .eq('status', status)
      .eq('attempt_count', candidate.attempt_count)
      .or(free)
      .select('*');
    const [row] = z.array(Lesson).parse(dataOf(answer, 'Claiming a lesson'));
    this.claimant.onClaim?.(row === undefined ? 'lost' : 'won');
    return row;
  }

  private async giveUp(candidate: z.infer<typeof Candidate>, status: string, free: string): Promise<void> {
    const answer = await this.supabase
      .from('zoom_summaries')
      .update({
        status: 'failed',
        lease_owner: null,
        lease_expires_at: null,
        last_error: `The process ended ${candidate.attempt_count} times in the middle of this lesson.`,
        updated_at: now(),
      })
      .eq('id', candidate.id)
      .eq('status', status)
      .eq('attempt_count', candidate.attempt_count)
      .or(free);
    dataOf(answer, 'Giving up a lesson');
  }

  /** Extends the lease; false when it is no longer ours and the work must stop. */
  async renew(lesson: Lesson): Promise<boolean> {
    return this.whileOurs(lesson, { lease_expires_at: inSeconds(this.claimant.leaseSeconds) }, 'Renewing a lease');
  }

  /** Stores what a step has found without ending the claim. */
  async save(lesson: Lesson, changes: LessonChanges): Promise<boolean> {
    return this.whileOurs(lesson, changes, 'Saving a lesson');
  }

  /** Ends the claim: the lesson moves on to its next state, with a fresh count of attempts. */
  async finish(lesson: Lesson, status: LessonStatus, changes: LessonChanges = {}): Promise<boolean> {
    const ended = {
      lease_owner: null,
      lease_expires_at: null,
      next_attempt_at: now(),
      attempt_count: 0,
      last_error: null,
    };
    return this.whileOurs(lesson, { waiting_for: null, ...changes, ...ended, status }, 'Finishing a lesson');
  }

  /** Ends the claim without counting it: the lesson waits for something that is not its fault. */
  async postpone(
    lesson: Lesson,
    seconds: number,
    waitingFor: string | null,
    changes: LessonChanges = {},
  ): Promise<boolean> {
    const row = {
      ...changes,
      lease_owner: null,
      lease_expires_at: null,
      attempt_count: lesson.attempt_count - 1,
      next_attempt_at: inSeconds(seconds),
      waiting_for: waitingFor,
    };
    return this.whileOurs(lesson, row, 'Postponing a lesson');
  }

  /** Ends the claim of a failed attempt: another one after the pause, or `failed` when pause is null. */
  async recordFailure(lesson: Lesson, reason: string, pauseMs: number | null): Promise<boolean> {
    const row = {
      lease_owner: null,
      lease_expires_at: null,
      last_error: reason,
      ...(pauseMs === null ? { status: 'failed' } : { next_attempt_at: inSeconds(pauseMs / 1000) }),
    };
    return this.whileOurs(lesson, row, 'Recording a failure');
  }

  private async whileOurs(lesson: Lesson, row: Record<string, unknown>, doing: string): Promise<boolean> {
    const answer = await this.supabase
      .from('zoom_summaries')
      .update({ ...row, updated_at: now() })
      .eq('id', lesson.id)
      .eq('lease_owner', this.claimant.owner)
      .eq('status', lesson.status)
      .select('id');
    return z.array(z.unknown()).parse(dataOf(answer, doing)).length === 1;
  }
}
