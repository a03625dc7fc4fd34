import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { straight } from '../language/apostrophes.ts';

interface Affix {
  flag: string;
  isPrefix: boolean;
  strip: string;
  add: string;
  /** What the stem must look like for the affix to join it. */
  condition: RegExp;
  crosses: boolean;
}

function parseAffixes(text: string): { affixes: Affix[]; forbidden: string } {
  const affixes: Affix[] = [];
  const crossing = new Map<string, boolean>();
  let forbidden = '';
  for (const line of text.split('\n')) {
    const [kind = '', flag = '', strip = '', add = '', condition = '.'] = line.trim().split(/\s+/);
    if (kind === 'ONLYINCOMPOUND' || kind === 'FORBIDDENWORD') forbidden += flag;
    if (kind !== 'PFX' && kind !== 'SFX') continue;
    if (strip === 'Y' || strip === 'N') {
      crossing.set(flag, strip === 'Y');
      continue;
    }
    const isPrefix = kind === 'PFX';
    affixes.push({
      flag,
      isPrefix,
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      condition: new RegExp(isPrefix ? `^${condition}` : `${condition}$`),
      crosses: crossing.get(flag) === true,
    });
  }
  return { affixes, forbidden };
}

/**
 * Reads a Hunspell dictionary and answers whether a word is spelled right. Stems are kept with their flags and a word is
 * taken apart when asked: listing every form beforehand costs half a second and a hundred megabytes.
 */
export function openSpelling(): (word: string) => boolean {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'));
  const { affixes, forbidden } = parseAffixes(readFileSync(join(folder, 'index.aff'), 'utf8'));
  const flags = new Map<string, string>();
  for (const line of readFileSync(join(folder, 'index.dic'), 'utf8').split('\n').slice(1)) {
    const [stem = '', own = ''] = line.trim().split('/');
    if (stem !== '') flags.set(stem, (flags.get(stem) ?? '') + (own === '' ? '-' : own));
  }

  const usable = (own: string): boolean => ![...forbidden].some((flag) => own.includes(flag));

  /** `needed` are the flags that the stem must carry. */
  function isStem(word: string, needed: string): boolean {
    const own = flags.get(word);
    return own !== undefined && usable(own) && [...needed].every((flag) => own.includes(flag));
  }

  function isFormed(word: string): boolean {
    if (isStem(word, '')) return true;
    for (const suffix of affixes) {
      if (suffix.isPrefix || !word.endsWith(suffix.add) || word.length <= suffix.add.length) continue;
      const stem = word.slice(0, word.length - suffix.add.length) + suffix.strip;
      if (!suffix.condition.test(stem)) continue;
      if (isStem(stem, suffix.flag)) return true;
      if (!suffix.crosses) continue;
      for (const prefix of affixes) {
        if (
          prefix.isPrefix &&
          prefix.crosses &&
          stem.startsWith(prefix.add) &&
          isStem(stem.slice(prefix.add.length), prefix.flag + suffix.flag)
        )
          return true;
      }
    }
    return affixes.some(
      (prefix) => prefix.isPrefix && word.startsWith(prefix.add) && isStem(word.slice(prefix.add.length), prefix.flag),
    );
  }

  return (word) => {
    const plain = straight(word.trim());
    if (plain === '') return false;
    if (/^\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?$/.test(plain)) return true;
    if (plain.includes('-'))
      return (
        isFormed(plain) ||
        plain.split('-').every((part) => part !== '' && (isFormed(part) || isFormed(part.toLowerCase())))
      );
    const lower = plain.toLowerCase();
    return (
      isFormed(plain) ||
      isFormed(lower) ||
      (plain !== lower && isFormed(lower.charAt(0).toUpperCase() + lower.slice(1)))
    );
  };
}
