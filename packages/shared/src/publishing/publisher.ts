import type { Knex } from 'knex';
import { inTransaction, isConnectionFailure } from '../database/index.ts';
import { ConflictError } from '../errors/index.ts';
import type { LessonExercises } from '../exercises/index.ts';
import type { ChangedBy, ExerciseSet, ExerciseSetStore } from '../lessons/index.ts';
import type { Logger } from '../logging/index.ts';
import { PublicationRepository } from '../repositories/publication-repository.ts';
import { toGameContent } from './game-content.ts';

/**
 * Takes sets from review into the games, exactly once, whatever is repeated or crashes. The two databases are crossed in
 * three steps, each safe to repeat: mark the set approved; put it into the games in one transaction guarded by the
 * recording's key; mark it published. A process that ends in between leaves an approved set, which `finishApproved`
 * finds.
 */
export class Publisher {
  constructor(
    private readonly games: Knex,
    private readonly sets: ExerciseSetStore,
  ) {}

  /** Approves a set and publishes it; a set that is published already is answered as it is. */
  async approve(set: ExerciseSet, reviewedBy: string | null): Promise<ExerciseSet> {
    if (set.status === 'published') return set;
    if (set.status === 'rejected') throw new ConflictError('A rejected set cannot be approved.');
    const approved = set.status === 'approved' ? set : await this.sets.move(set, 'approved', { reviewedBy });
    return this.publish(approved);
  }

  /**
   * Changes a set that is published, and the games with it: the set is approved until they have followed, so that a
   * process that ends in between leaves it to `finishApproved`.
   */
  async mend(set: ExerciseSet, exercises: LessonExercises, by: ChangedBy): Promise<ExerciseSet> {
    return this.publish(await this.sets.mend(set, exercises, by));
  }

  /** Publishes an approved set. */
  async publish(set: ExerciseSet): Promise<ExerciseSet> {
    const content = toGameContent(set, await this.sets.listCues(set.zoom_summary_id));
    await inTransaction(this.games, (transaction) => new PublicationRepository(transaction).publish(content));
    try {
      return await this.sets.move(set, 'published');
    } catch (error) {
      // Another process may have finished the same set; then all is well.
      const current = await this.sets.get(set.id);
      if (current.status === 'published') return current;
      throw error;
    }
  }

  /**
   * Publishes what was approved and then left behind. A set that cannot be published is logged and holds up no other; when
   * the games database is away, none can be.
   */
  async finishApproved(log: Logger): Promise<void> {
    for (const set of await this.sets.listApproved(20)) {
      try {
        await this.publish(set);
      } catch (error) {
        if (isConnectionFailure(error)) throw error;
        log.error('an approved set could not be published', { exercise_set_id: set.id, error });
      }
    }
  }
}
