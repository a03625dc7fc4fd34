/** A stretch of speech with its times, in the unit of whoever heard it. */
export interface TimedText {
  text: string;
  start: number;
  end: number;
}

/** Longest stretch of words without an end mark that becomes one cue. */
const mostWordsInCue = 30;

/** Words with their times as sentences with theirs. */
export function sentencesOfWords(words: readonly TimedText[]): (TimedText & { speaker: null })[] {
  const cues: (TimedText & { speaker: null; words: number })[] = [];
  let open = false;
  for (const word of words) {
    const last = cues.at(-1);
    if (open && last) {
      last.text += ` ${word.text}`;
      last.end = word.end;
      last.words += 1;
    } else cues.push({ speaker: null, text: word.text, start: word.start, end: word.end, words: 1 });
    open = !/[.?!…]["'”’)]*$/.test(word.text) && (cues.at(-1)?.words ?? 0) < mostWordsInCue;
  }
  return cues.map(({ speaker, text, start, end }) => ({ speaker, text, start, end }));
}
