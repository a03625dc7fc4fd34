/** A word to be added, with what was given of it. */
export interface NewWord {
  word: string;
  translation: string | null;
  notes: string | null;
  example_sentence: string | null;
}

const longest = { word: 120, translation: 240, text: 2000 };

/** Words of rows (word, translation, notes, example): each once, whatever its case; what is too long is cut. */
export function toNewWords(rows: readonly (readonly string[])[]): NewWord[] {
  const words = new Map<string, NewWord>();
  for (const [word = '', translation, notes, example] of rows) {
    const name = word.trim().slice(0, longest.word);
    if (name === '' || words.has(name.toLowerCase())) continue;
    words.set(name.toLowerCase(), {
      word: name,
      translation: cut(translation, longest.translation),
      notes: cut(notes, longest.text),
      example_sentence: cut(example, longest.text),
    });
  }
  return [...words.values()];
}

const cut = (text: string | undefined, most: number): string | null => text?.trim().slice(0, most) || null;
