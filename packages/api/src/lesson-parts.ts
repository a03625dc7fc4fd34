import type { Config, Secrets } from '@tulkka/shared/config';
import { DependencyUnavailableError } from '@tulkka/shared/errors';
import { connectSupabase, ExerciseSetStore, LearnerLessons, LessonNews, LessonStore } from '@tulkka/shared/lessons';
import { eraseAccount } from '@tulkka/shared/people';
import { Publisher } from '@tulkka/shared/publishing';
import type { Knex } from 'knex';

/** What the lesson and review routes work with. */
export interface LessonParts {
  lessons: LessonStore;
  sets: ExerciseSetStore;
  publisher: Publisher;
  /** What changed since a moment. */
  news: LessonNews;
  /** All lessons of one learner, to hand out. */
  learnerLessons: LearnerLessons;
  /** Takes an account out of the sign-in; false where there is none. */
  eraseAccount: (account: string) => Promise<boolean>;
}

/**
 * Makes the parts that need the lessons database, or, where none is configured, a function that says so when a route
 * asks: the games run without it.
 */
export function createLessonParts(config: Config, secrets: Secrets, db: Knex): () => LessonParts {
  const { supabaseUrl } = config;
  const { supabaseKey } = secrets;
  if (supabaseUrl === null || supabaseKey === null) {
    return () => {
      throw new DependencyUnavailableError('No lessons database is configured: set SUPABASE_URL and SUPABASE_KEY.', {
        retryable: false,
      });
    };
  }
  const supabase = connectSupabase(supabaseUrl, supabaseKey);
  const sets = new ExerciseSetStore(supabase);
  const parts = {
    lessons: new LessonStore(supabase),
    sets,
    publisher: new Publisher(db, sets),
    news: new LessonNews(supabase),
    learnerLessons: new LearnerLessons(supabase),
    eraseAccount: (account: string) => eraseAccount(supabase, account),
  };
  return () => parts;
}
