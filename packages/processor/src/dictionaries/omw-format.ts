import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf, languageTag, letters, openWordnet } from '../lexicon/index.ts';
import { type Candidate, type ReadOptions, unusableFile } from './candidate.ts';
import { textLines } from './text-lines.ts';

/**
 * Reads a tab file of the Open Multilingual Wordnet. It names WordNet 3.0's senses by their places in its files: what
 * they are in English stands there, and the meanings tell which sense of a card's word a translation is of.
 */
export async function* readOmw({ path, language, wordnet: folder }: ReadOptions): AsyncGenerator<Candidate> {
  if (!existsSync(join(folder, 'data.noun')))
    throw unusableFile(
      `OMW names senses of WordNet 3.0, whose files are not in "${folder}": apt-get install wordnet-base, or name their folder with --wordnet.`,
    );
  const wordnet = openWordnet(folder);
  const seenSynsets = new Set<string>();
  for await (const { line, text } of textLines(path)) {
    if (text.startsWith('#') || text.trim() === '') continue;
    const [synsetId = '', kind = '', word = ''] = text.split('\t');
    const [code, what] = kind.includes(':') ? kind.split(':') : [language ?? '', kind];
    if (what !== 'lemma') continue;
    const [, digits = '', letter = ''] = /^(\d{8})-([nvars])$/.exec(synsetId) ?? [];
    const pos = letters[letter];
    const tag = languageTag(code ?? '');
    if (pos === undefined || tag === undefined)
      throw unusableFile(
        `${path}, line ${line}: not of the form 00001740-n, tab, heb:lemma, tab, word. Is the format right?`,
      );
    if (!wordnet.hasSynset(Number(digits), pos)) {
      yield { line, skipped: 'senses that this WordNet does not have' };
      continue;
    }
    // the first lemma of a sense is the one to show
    if (seenSynsets.has(`${synsetId} ${tag}`)) continue;
    seenSynsets.add(`${synsetId} ${tag}`);
    const synset = wordnet.synset(Number(digits), pos);
    const translations = { [tag]: word.replaceAll('_', ' ').trim() };
    for (const term of synset.words)
      yield { line, entry: { term, part: pos, meaning: definitionOf(synset), example: null, translations } };
  }
}
