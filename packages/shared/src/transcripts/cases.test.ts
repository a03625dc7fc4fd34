import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseTranscript } from './index.ts';

const Case = z.looseObject({
  name: z.string(),
  input: z.string(),
  cues: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});

const readCases = (name: string): z.infer<typeof Case>[] =>
  z.array(Case).parse(JSON.parse(readFileSync(new URL(`../../tests/cases/${name}.json`, import.meta.url), 'utf8')));

/** "Tom or none": the speaker of the line before, or nobody. */
const fits = (found: unknown, wanted: unknown): boolean =>
  typeof wanted === 'string' && wanted.endsWith(' or none')
    ? found === null || found === wanted.replace(/ or none$/, '')
    : found === wanted;

describe.each(['transcripts', 'transcripts-speakers', 'transcripts-times', 'transcripts-text'])('%s', (file) => {
  test.each(readCases(file).map((one) => [one.name, one] as const))('%s', (_name, { input, cues: wanted }) => {
    const found = parseTranscript(input).cues.map((cue) => [cue.speaker, cue.text, cue.start_ms, cue.end_ms]);
    const misses = wanted.flatMap((cue, i) =>
      cue.every((value, place) => fits(found[i]?.[place], value)) ? [] : [{ found: found[i], wanted: cue }],
    );
    expect(misses).toEqual([]);
    expect(found).toHaveLength(wanted.length);
  });
});
