import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AnalysisAnswer } from './analysis-format.ts';
import { type ModelAnswer, readText } from './model-answer.ts';
import { readResponse, usageOfResponse } from './responses-api.ts';

const Case = z.object({
  name: z.string(),
  text: z.string().optional(),
  part: z.unknown().optional(),
  usage: z.unknown().optional(),
  status: z.string().optional(),
  incomplete_details: z.unknown().optional(),
  right: z.string(),
});
const file = new URL('../../../tests/cases/model-answers.json', import.meta.url);
const cases = z.array(Case).parse(JSON.parse(readFileSync(file, 'utf8')));

const responseOf = (content: unknown, rest: object = {}): unknown => ({
  status: 'completed',
  output: [{ type: 'message', content: [content] }],
  ...rest,
});
/** A response as it is read: its reply, and where that is text, what the text says. */
function judge(response: unknown): ModelAnswer<AnalysisAnswer> {
  const reply = readResponse(response);
  return reply.kind === 'text' ? readText(reply.text, AnalysisAnswer) : reply;
}
const ladder = { term: 'ladder', part_of_speech: 'noun', definition: 'a thing you climb', quote: 'A ladder is' };
const past = { wrong: 'I go', right: 'I went', category: 'tense', explicit: true, quote: 'You went home' };
const whole = { vocabulary: [ladder], corrections: [past], sentences: [], account: null };

test.each(cases)('$name', ({ text, part, right, name: _, ...rest }) => {
  const answer = judge(responseOf(part ?? { type: 'output_text', text }, rest));
  if (right.startsWith('too long')) return expect(answer).toEqual({ kind: 'too_long', what: 'answer' });
  expect(answer).toMatchObject({
    kind: 'answer',
    value: {
      vocabulary: [expect.objectContaining({ term: 'ladder' })],
      corrections: [expect.objectContaining({ wrong: 'I go', right: 'I went' })],
    },
    unreadable: right.includes('one correction dropped') ? 1 : 0,
  });
});

const read = (text: string) => readText(text, AnalysisAnswer);

test.each([
  ['a fence without a language', `\`\`\`\n${JSON.stringify(whole)}\n\`\`\``],
  ['sentences around it', `Here is the analysis:\n${JSON.stringify(whole)}\nI hope this helps!`],
  ['thoughts that hold a brace and a fence', `<thinking>{ \`\`\`json {} \`\`\` }</thinking>${JSON.stringify(whole)}`],
  ['a byte order mark', `\ufeff${JSON.stringify(whole)}`],
])('JSON with %s is read', (_, text) => {
  expect(read(text)).toEqual({ kind: 'answer', value: whole, unreadable: 0 });
});

test('entries that break the schema go, the others stay', () => {
  const answer = {
    vocabulary: [ladder, { ...ladder, quote: 7 }, null],
    corrections: [{ ...past, explicit: 'yes' }, past],
    sentences: ['A sentence.'],
  };
  expect(read(JSON.stringify(answer))).toEqual({ kind: 'answer', value: whole, unreadable: 4 });
});

test.each([
  ['nothing', ''],
  ['a sentence', 'I cannot do that.'],
  ['a list', '[1, 2]'],
  ['entries of which none can be read', JSON.stringify({ vocabulary: [7], corrections: [], sentences: [] })],
  ['a missing list', JSON.stringify({ vocabulary: [ladder], corrections: [past] })],
])('%s is nonsense, to be asked again', (_, text) => {
  expect(read(text).kind).toBe('nonsense');
});

test.each([
  [
    { input_tokens: 5, output_tokens: 3 },
    { input: 5, output: 3 },
  ],
  [
    { prompt_tokens: 5, completion_tokens: 3 },
    { input: 5, output: 3 },
  ],
  [{ total: 8 }, undefined],
  ['many', undefined],
  [null, undefined],
])('usage %j', (usage, expected) => {
  expect(usageOfResponse(responseOf({ type: 'output_text', text: '{}' }, { usage }))).toEqual(expected);
});
