const pattern =
  /\b(?:the word (?:you|we|i|for)|a (?:strong|nice|good|great|tricky|useful|funny|hard|big|common) one|collocation|phrase|expression|idiom|phrasal verb|excellent word|great word|good word|nice word|useful word|good verb|great verb|new word)\b/i;

/** Whether a sentence speaks of a word as one worth learning: "That is a good word." */
export function praisesWord(text: string): boolean {
  return pattern.test(text);
}
