import { ApiProblem } from '../api/problem.ts';
import { openDraft, setDropped } from './draft.ts';
import { problemsOf, problemsOfItem } from './problems.ts';

const spelled = (word: string) => ({
  word,
  sample_sentence: `A ${word}.`,
  hint: 'h',
  difficulty: 'easy' as const,
  source_quote: `A ${word}.`,
});
const draft = openDraft(1, {
  flashcards: [],
  spelling: [spelled('ant'), spelled('bee')],
  fill_in_blank: [],
  grammar: [],
  sentence_builder: [],
});
const refusal = (...errors: { path: string; message: string }[]) => new ApiProblem(400, { errors });

test('a problem is said at its item, past those that are left out, and at its field', () => {
  const sent = setDropped(draft, 'spelling 0', true);
  const error = refusal({ path: 'spelling.0.hint', message: 'Say less.' }, { path: 'spelling.0', message: 'Odd.' });
  expect([...problemsOf(error, sent)]).toEqual([
    [
      'spelling 1',
      [
        { field: 'hint', message: 'Say less.' },
        { field: null, message: 'Odd.' },
      ],
    ],
  ]);
  expect(problemsOf(new Error('x'), sent).size).toBe(0);
});

test('of an item that was sent by itself, too; what is no rule is said of the whole', () => {
  expect(problemsOfItem(refusal({ path: 'item.options.2', message: 'Too long.' }))).toEqual([
    { field: 'options', message: 'Too long.' },
  ]);
  const stale = new ApiProblem(409, { detail: 'Try again.' });
  expect(problemsOfItem(stale)).toEqual([{ field: null, message: stale }]);
});
