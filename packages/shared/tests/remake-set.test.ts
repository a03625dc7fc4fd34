import { withItemIds } from '@tulkka/shared/exercises';
import { remakeSet, type TrailLine } from '@tulkka/shared/lessons';
import { withWithdrawn } from '@tulkka/shared/publishing';
import { exercisesAbout } from './operations/learner-data.ts';

type Reviewed = Parameters<typeof remakeSet>[0];

const at = '2026-11-20T09:00:00.000Z';
const line = (what: TrailLine['what']): TrailLine => ({ at, by: 'teacher', what, reason: null, items: [] });
const set = (changes: Partial<Reviewed> = {}): Reviewed => ({
  exercises: withItemIds(exercisesAbout('harbour')),
  trail: [],
  status: 'pending_review',
  published_at: null,
  reviewed_at: null,
  ...changes,
});
const wordsOf = (one: Reviewed): string[] =>
  remakeSet(one, exercisesAbout('lighthouse')).flashcards.map(({ word }) => word);

test.each<[string, Partial<Reviewed>]>([
  ['it is published, and its trail is empty', { status: 'published' }],
  ['it was published before there were trails', { published_at: at }],
  ['it was reviewed before there were trails', { reviewed_at: at }],
  ['it was reviewed before there were trails, and reopened since', { reviewed_at: at, trail: [line('reopened')] }],
  ['it was approved', { trail: [line('approved')] }],
  ['its class publishes by itself', { trail: [line('published')] }],
  ['it was withdrawn and reopened', { trail: [line('withdrawn'), line('reopened')], reviewed_at: at }],
])('every item stays: %s', (_, changes) => {
  expect(wordsOf(set(changes))).toEqual(['harbour', 'lighthouse']);
});

test.each<[string, Partial<Reviewed>]>([
  ['was never reviewed', {}],
  ['was rejected and reopened', { trail: [line('rejected'), line('reopened')], reviewed_at: at }],
])('what nobody changed gives way in a set that %s', (_, changes) => {
  expect(wordsOf(set(changes))).toEqual(['lighthouse']);
});

test('that items were withdrawn stays in the report of quality; what rules dropped is told anew', () => {
  const made = exercisesAbout('lighthouse');
  const byRule = (what: string) => ({ kind: 'grammar', what, reason: 'Its answer is in the question.' });
  const before = withItemIds(exercisesAbout('harbour'));
  const old = { ...before, quality: { ...before.quality, dropped: [byRule('old')] } };
  const exercises = withWithdrawn(old, { kind: 'flashcards', what: 'ferry' }, 'Both are right.');
  const remade = remakeSet(set({ exercises }), { ...made, quality: { ...made.quality, dropped: [byRule('new')] } });
  expect(remade.quality.dropped).toEqual([
    { kind: 'flashcards', what: 'ferry', reason: expect.stringMatching(/^Withdrawn on .*: Both are right\.$/) },
    byRule('new'),
  ]);
});
