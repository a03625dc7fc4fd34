import type { Slip } from './slip.ts';

/** Who acts, and who owns: only the second stands before a noun. */
const others: Readonly<Record<string, readonly string[]>> = {
  my: ['i', 'mine', 'me'],
  his: ['he', "he's", 'him'],
  her: ['she', 'hers', "she's"],
  our: ['we', 'ours', 'us'],
  their: ['they', 'theirs', 'them'],
  your: ['you', 'yours', "you're"],
};

/** "She brother": before a noun stands who owns it. */
export const ownerOfANoun: Slip = {
  name: 'owner of a noun',
  rule: 'Before a noun we use “my, your, his, her, our, their”.',
  forms({ right, wrong, after }) {
    const known = others[right.toLowerCase()] ?? [];
    return after.length > 0 && known.includes(wrong.toLowerCase())
      ? known.map((form) => (form === 'i' ? 'I' : form))
      : [];
  },
  examples: {
    offers: [
      [
        ['', 'She', 'Her', 'brother is a painter'],
        ['hers', "she's"],
      ],
      [
        ['I like', 'they', 'their', 'new roof'],
        ['theirs', 'them'],
      ],
    ],
    leaves: [
      ['', 'His', 'Her', 'brother is a painter'],
      ['I like', 'she', 'her', ''],
    ],
  },
};
