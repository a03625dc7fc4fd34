import type { CorrectionReading, Sentence } from '../analysis/types.ts';
import { wholeRightSentence } from './whole-right-sentence.ts';

const sources = { spoken: [], isTrusted: () => true, pool: [], corrections: [], mayBeShown: () => true };
const reading = (wrong: string, right: string, said: string, answer: string): CorrectionReading => ({
  wrong,
  right,
  category: 'preposition',
  explicit: true,
  confidence: 1,
  found: { way: 'recast', kind: 'preposition', signs: [] },
  quote: answer,
  wrong_sentence: said,
  right_sentence: null,
  wrong_quote: said,
  right_quote: answer,
  wrong_id: 1,
  right_id: 2,
});
const sentenceFor = (known: CorrectionReading): string | undefined => wholeRightSentence(known, known, sources)?.text;

test('takes the clause of the answer that holds the right words', () => {
  const known = reading(
    'fell from stairs',
    'fell down the stairs',
    'I fell from stairs.',
    'Oh, you fell down the stairs, without from.',
  );
  expect(sentenceFor(known)).toBe('You fell down the stairs.');
});

test("takes the clause of the learner's own sentence where the teacher gave only the piece", () => {
  const known = reading(
    'good in drawing',
    'good at drawing',
    'My cousin lives in Porto, and she is very good in drawing, and we often meet.',
    'Good at drawing.',
  );
  expect(sentenceFor(known)).toBe('She is very good at drawing.');
});

test('keeps the capital that a word was heard with', () => {
  const known = reading('in the August', 'in august', 'We will paint it in the August.', 'In August, no the.');
  expect(sentenceFor(known)).toBe('We will paint it in August.');
});

test('builds nothing from half a correction, nor from a clause with another slip', () => {
  expect(
    sentenceFor(reading('tackle the', 'tackle', 'They help us to tackle the problem.', 'Tackle it.')),
  ).toBeUndefined();
  expect(sentenceFor(reading('in Monday', 'on Monday', 'She work there in Monday.', 'On Monday.'))).toBeUndefined();
});

test.each([
  [
    'because rain',
    'because of the rain',
    "I'm here because rain.",
    'Because of the rain.',
    "I'm here because of the rain.",
  ],
  ['headache', 'A headache', "I've got headache.", 'A headache.', "I've got a headache."],
  ['everybody say', 'everybody says', 'In Oslo everybody say so.', 'Everybody says.', 'In Oslo everybody says so.'],
  ['you ever ate', 'you ever eaten', 'Have you ever ate goulash?', 'Eaten.', 'Have you ever eaten goulash?'],
  [
    'we speaked',
    'we spoke',
    "I don't know Greek, so we speaked English.",
    'We spoke.',
    "I don't know Greek, so we spoke English.",
  ],
])('puts “%s” right in the learner’s own sentence', (wrong, right, said, answer, whole) => {
  expect(sentenceFor(reading(wrong, right, said, answer))).toBe(whole);
});

test('says no word twice where what is right brings its neighbour along', () => {
  expect(
    sentenceFor(reading('the wall', 'at the wall', 'They look at the wall here.', 'At the wall.')),
  ).toBeUndefined();
});

const isShort = ({ text }: { text: string }): boolean => text.split(' ').length < 10;

const said = (id: number, text: string): Sentence => ({
  id,
  turn: id,
  role: 'student',
  start: 0,
  end: text.length,
  raw: text,
  words: [],
  core: [],
  text,
  question: text.endsWith('?'),
  aside: null,
});

test.each([
  [
    'He paints very well the door, no, never mind.',
    'He is in other team.',
    'He is in another team he wants to be a captain.',
    'He is in another team.',
  ],
  [
    'Ready?',
    'If the door would be wider.',
    'Were wider if the door were wider people would use it.',
    'If the door were wider people would use it.',
  ],
])('takes what was said again rightly, after %j', (between, wrong, again, expected) => {
  const [piece, right] = expected.startsWith('If')
    ? ['door would be wider', 'door were wider']
    : ['other team', 'another team'];
  const known = { ...reading(piece ?? '', right ?? '', wrong, right ?? ''), wrong_id: 0 };
  const spoken = [said(0, wrong), said(1, between), said(2, again)];
  expect(wholeRightSentence(known, known, { ...sources, spoken, mayBeShown: isShort })?.text).toBe(expected);
});

test('takes nothing that was said before the mistake', () => {
  const known = { ...reading('in team', 'in a team', 'What?', 'In a team.'), wrong_id: 1 };
  const spoken = [said(0, 'I play in a team every day.'), said(1, 'No, in team.')];
  expect(wholeRightSentence(known, known, { ...sources, spoken })).toBeNull();
});
