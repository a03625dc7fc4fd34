import { longestWord } from '../../../language/words.ts';
import { sentenceWay } from '../way.ts';

/** Words spelled aloud: "H-E-L-M-E-T", "T. I. P.", "B R U S H". */
export function spelledWords(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}'’-])\p{L}(?:(?:-|\. ?|, | )\p{L}){2,}(?![\p{L}'’-])/gu)) {
    const letters = match[0].replace(/[^\p{L}]/gu, '').toLowerCase();
    if (letters !== 'ing' && letters !== 'abc' && letters.length <= longestWord) found.push(letters);
  }
  return found;
}

/** The teacher spells it. */
export const spelled = sentenceWay({
  name: 'spelled',
  says: 'The teacher spells it.',
  look: ({ sentence }) => spelledWords(sentence.raw).map((phrase) => ({ phrase, definition: null })),
  finds: [
    ['H-E-L-M-E-T.', { term: 'helmet', definition: null }],
    ['It is B R U S H, you see.', { term: 'brush', definition: null }],
  ],
  leaves: ['Add I-N-G.', 'It is a B and a C.'],
});
