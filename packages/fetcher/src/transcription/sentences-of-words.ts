/** A stretch of speech with its times, in the unit of whoever heard it. */
export interface TimedText {
  text: string;
  start: number;
  end: number;
}

/** Longest stretch of words without an end mark that becomes one cue. */
const mostWordsInCue = 30;

/** A sentence, and the words that it is made of. */
export interface TimedSentence extends TimedText {
  speaker: null;
  words: TimedText[];
}

/** Words with their times as sentences with theirs. */
export function sentencesOfWords(words: readonly TimedText[]): TimedSentence[] {
  const cues: TimedSentence[] = [];
  let open = false;
  for (const word of words) {
    const last = cues.at(-1);
    if (open && last) {
      last.text += ` ${word.text}`;
      last.end = word.end;
      last.words.push(word);
    } else cues.push({ speaker: null, text: word.text, start: word.start, end: word.end, words: [word] });
    open = !/[.?!…]["'”’)]*$/.test(word.text) && (cues.at(-1)?.words.length ?? 0) < mostWordsInCue;
  }
  return cues;
}
