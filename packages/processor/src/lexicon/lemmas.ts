import { plainWord } from '../language/apostrophes.ts';
import { irregularBases } from './irregular-forms.ts';
import type { PartOfSpeech } from './types.ts';
import type { Wordnet } from './wordnet.ts';

const all: readonly PartOfSpeech[] = ['noun', 'verb', 'adjective', 'adverb'];

/** Undoes the doubling of "stopping" and the dropped e of "making". */
function stems(stem: string): string[] {
  return [...(/([bdfgklmnprtz])\1$/.test(stem) ? [stem.slice(0, -1)] : []), `${stem}e`, stem];
}

function regularBases(word: string, pos: PartOfSpeech): string[] {
  if (pos === 'adverb' || word.length < 4) return pos === 'noun' && /[^s]s$/.test(word) ? [word.slice(0, -1)] : [];
  const found: string[] = [];
  if (pos === 'adjective') {
    if (word.endsWith('ier')) found.push(`${word.slice(0, -3)}y`);
    else if (word.endsWith('iest')) found.push(`${word.slice(0, -4)}y`);
    else if (word.endsWith('est')) found.push(...stems(word.slice(0, -3)));
    else if (word.endsWith('er')) found.push(...stems(word.slice(0, -2)));
    return found;
  }
  if (word.endsWith('ies')) found.push(`${word.slice(0, -3)}y`, word.slice(0, -1));
  else if (/(?:s|x|z|ch|sh|o)es$/.test(word)) found.push(word.slice(0, -2), word.slice(0, -1));
  else if (/[^su]s$|[^o]us$/.test(word)) found.push(word.slice(0, -1));
  if (pos === 'verb') {
    if (word.endsWith('ied')) found.push(`${word.slice(0, -3)}y`);
    else if (word.endsWith('ed')) found.push(...stems(word.slice(0, -2)));
    if (word.endsWith('ing') && word.length > 4) found.push(...stems(word.slice(0, -3)));
  }
  return found;
}

/** Finds dictionary forms; an unknown word is its own. */
export function lemmatiser(wordnet: Wordnet): (word: string, pos?: PartOfSpeech) => string {
  const irregular = irregularBases;
  const known = new Map<string, string>();

  function baseOf(word: string, pos: PartOfSpeech): string | undefined {
    const odd = irregular[pos].get(word);
    if (odd !== undefined) return odd;
    const candidates = regularBases(word, pos).filter((base) => wordnet.has(base, pos));
    // "hoping" is hope, not hop: the form that English uses more; the order above settles the rest
    return candidates.sort((a, b) => wordnet.usage(b)[pos] - wordnet.usage(a)[pos])[0];
  }

  function single(word: string, pos: PartOfSpeech | undefined): string {
    if (pos !== undefined) {
      const base = baseOf(word, pos);
      // "news" and "boss" are words of their own, and "found" is more often find
      if (base === undefined) return word;
      if (irregular[pos].has(word) || !wordnet.has(word, pos)) return base;
      return wordnet.usage(word)[pos] >= wordnet.usage(base)[pos] && wordnet.usage(word)[pos] > 0 ? word : base;
    }
    const own = wordnet.usage(word);
    const ownUse = Math.max(own.noun, own.verb, own.adjective, own.adverb);
    let best: { base: string; use: number } | undefined;
    for (const kind of all) {
      const base = baseOf(word, kind);
      if (base === undefined) continue;
      const use = irregular[kind].has(word) ? Number.POSITIVE_INFINITY : wordnet.usage(base)[kind];
      if (best === undefined || use > best.use) best = { base, use };
    }
    if (best === undefined) return word;
    const isOwnWord = all.some((kind) => wordnet.has(word, kind));
    return isOwnWord && ownUse > 0 && ownUse * 3 >= best.use ? word : best.base;
  }

  return (word, pos) => {
    const lower = plainWord(word).trim().replace(/'s$/, '');
    const id = `${pos ?? ''} ${lower}`;
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const [first = '', ...rest] = lower.split(/\s+/);
    // of a term, the verb is what bends: "woke up" is "wake up", but "train stations" is "train station"
    const found =
      rest.length === 0
        ? single(lower, pos)
        : pos === 'noun'
          ? [first, ...rest.slice(0, -1), single(rest.at(-1) ?? '', 'noun')].join(' ')
          : [single(first, pos === 'adjective' || pos === 'adverb' ? pos : 'verb'), ...rest].join(' ');
    if (known.size >= 50_000) known.clear();
    known.set(id, found);
    return found;
  };
}
