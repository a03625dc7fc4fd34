import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { findLearnerErrors, knownPhrase } from '../analysis/learner-errors/find-learner-errors.ts';
import { unitsOf } from '../language/align.ts';
import { tokenise } from '../language/tokens.ts';
import { findPhrases, findRight } from './find-phrases.ts';
import { patternOf } from './pattern.ts';
import { learnerPhrases, parsePhrases } from './read-phrases.ts';

const entries = learnerPhrases();
const normsOf = (text: string): string[] => unitsOf(tokenise(text)).map(({ norm }) => norm);

/** A phrase as somebody says it, its slots filled. */
const said = (phrase: string): string =>
  phrase
    .replace(/\bsb's\b/g, "my friend's")
    .replace(/\bsb\b/g, 'him')
    .replace(/\bsth\b/g, 'the plan')
    .replace(/one's/g, 'my')
    .replace(/#/g, 'three')
    .replace(/\bdoing\b/g, 'working')
    .replace(/(?<=\S )do$/, 'work');

const found = (text: string): string[] => findPhrases(normsOf(text)).map(({ entry }) => entry.wrong);
const surely = (text: string): string[] =>
  findPhrases(normsOf(text)).flatMap(({ entry }) => (entry.sure === 'always' ? [entry.wrong] : []));

test('no phrase stands twice', () => {
  const seen = new Set<string>();
  const twice = entries.filter(({ wrong }) => seen.has(wrong) || !seen.add(wrong)).map(({ wrong }) => wrong);
  expect(twice).toEqual([]);
});

test('every phrase is found where somebody says it, and every right version too', () => {
  const lost = entries.filter(({ wrong }) => !found(said(wrong)).includes(wrong)).map(({ wrong }) => wrong);
  const unmended = entries.flatMap((entry) =>
    entry.right
      .filter((right) => findRight(entry, normsOf(said(right))) === null)
      .map((right) => `${entry.wrong} → ${right}`),
  );
  expect({ lost, unmended }).toEqual({ lost: [], unmended: [] });
});

test('a phrase that begins with a verb is found in the past too', () => {
  const past: Record<string, string> = { make: 'made', do: 'did', take: 'took', go: 'went', give: 'gave' };
  const lost = entries.flatMap(({ wrong, right, category }) => {
    const [verb = '', ...rest] = wrong.split(' ');
    const bent = past[verb];
    const [first] = patternOf(wrong, category, right).pieces;
    if (bent === undefined || first?.kind !== 'word' || first.isExact) return [];
    return found(said([bent, ...rest].join(' '))).includes(wrong) ? [] : [wrong];
  });
  expect(lost).toEqual([]);
});

test('no right version holds a mistake that learners are known for', () => {
  const wrong = entries.flatMap(({ right }) =>
    right.flatMap((version) =>
      findLearnerErrors(normsOf(said(version)))
        .filter(({ rule }) => rule === knownPhrase)
        .map(() => version),
    ),
  );
  expect(wrong).toEqual([]);
});

test('what is always wrong stands in no good sentence of a lesson', () => {
  const folder = new URL('../../tests/lessons/', import.meta.url);
  const Gold = z.object({ goodSentences: z.array(z.string()).default([]) });
  const files = readdirSync(folder).filter((name) => name.endsWith('.gold.json'));
  const good = files.flatMap(
    (name) => Gold.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).goodSentences,
  );
  expect(good.length).toBeGreaterThan(100);
  expect(good.flatMap((text) => surely(text).map((wrong) => `${wrong}: ${text}`))).toEqual([]);
});

test('what is always wrong stands in no meaning and no example of the dictionary', () => {
  const folder = new URL('../../dictionary/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  const texts = files.flatMap((name) => {
    const [head = '', ...lines] = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
    const columns = head.split('\t').flatMap((column, at) => (/^(?:meaning|example)$/.test(column) ? [at] : []));
    return lines.flatMap((line) => columns.map((at) => line.split('\t')[at] ?? ''));
  });
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.flatMap((text) => surely(text).map((wrong) => `${wrong}: ${text}`))).toEqual([]);
});

test.each([
  ['We closed all lights. She closed the light.', 'close the light'],
  ['He makes many photos there.', null],
  ['He made a photo of the lake.', 'make a photo'],
  ['She explained him the plan.', 'explain sb sth'],
  ['She explained the plan to him.', null],
  ['We walked to the shopping centre.', null],
])('of “%s” it knows %j', (text, phrase) => {
  expect(surely(text).filter((wrong) => wrong === phrase)).toEqual(phrase === null ? [] : [phrase]);
  if (phrase === null) expect(surely(text)).toEqual([]);
});

test('a line that is none says which it is and why', () => {
  const head = 'wrong\tright\tcategory\tsure\twhy\talso\tlanguages';
  const line = 'make a photo\ttake a photo\tcollocation\tnever\tWe take photos.\t\tany';
  expect(() => parsePhrases('a.tsv', `${head}\n${line}`)).toThrow(/a\.tsv, line 2, sure/);
  expect(() => parsePhrases('a.tsv', `${head}\nmake a photo\ttake a photo`)).toThrow(/a\.tsv, line 2/);
});
