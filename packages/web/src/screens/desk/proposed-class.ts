import { matchesTopic } from '@tulkka/shared/recordings/topics';
import type { Schema } from '../../api/client.ts';

/** A class that a recording seems to belong to, and the words of the recording's title that say so. */
export interface Proposal {
  classId: string;
  words: string;
}

type Candidate = Pick<Schema<'Class'>, 'id' | 'name' | 'topic_pattern'>;

/** The class whose name, or whose words for titles, stand in a title; null where none does, or two do as well. */
export function proposedClass(topic: string, classes: readonly Candidate[]): Proposal | null {
  const found = classes.flatMap(({ id, name, topic_pattern }) => {
    const words = [name, topic_pattern ?? ''].filter((one) => one.trim() !== '' && matchesTopic(one, topic));
    const [longest] = words.toSorted((a, b) => b.length - a.length);
    return longest === undefined ? [] : [{ classId: id, words: longest }];
  });
  const [best, next] = found.toSorted((a, b) => b.words.length - a.words.length);
  return best === undefined || best.words.length === next?.words.length ? null : best;
}
