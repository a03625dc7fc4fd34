import { foldedWords } from '../exercises/index.ts';

/** So many words in a row are somebody’s own; a shorter text must be theirs as a whole. */
const tellingRun = 5;
/** "Yes, I do" is nobody’s own. */
const shortestText = 3;

/**
 * Asks of a text whether it repeats what somebody said.
 * @param said what they said, cue by cue
 */
export function ownWordsOf(said: readonly string[]): (text: string) => boolean {
  const spoken = foldedWords(said.join(' '));
  const runs = new Map<number, Set<string>>();
  const runsOf = (length: number): Set<string> => {
    const known = runs.get(length) ?? new Set(windows(spoken, length));
    runs.set(length, known);
    return known;
  };
  return (text) => {
    const words = foldedWords(text);
    if (words.length < shortestText) return false;
    const length = Math.min(tellingRun, words.length);
    const known = runsOf(length);
    return windows(words, length).some((run) => known.has(run));
  };
}

function windows(words: readonly string[], length: number): string[] {
  const count = Math.max(0, words.length - length + 1);
  return Array.from({ length: count }, (_, i) => words.slice(i, i + length).join(' '));
}
