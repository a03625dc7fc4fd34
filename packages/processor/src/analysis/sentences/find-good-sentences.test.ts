import { lessonOf } from '../../../tests/dialogue.ts';

const opening = 'T: Great. Today we are going to talk about travel.\n';
const sentences = (dialogue: string) => lessonOf(opening + dialogue).analysis.sentences.map(({ text }) => text);

test('keeps complete sentences and leaves fragments and openers', () => {
  const found = sentences(
    'T: OK so, we took the night train to Vienna.\nKim: The night train.\nT: And the ticket for.',
  );
  expect(found).toEqual(['We took the night train to Vienna.']);
});

test('a sentence that holds a corrected phrase is left out, whoever says it', () => {
  const found = sentences(
    'Kim: We arrived to the station at noon.\nT: You arrived at the station at noon.\nKim: We arrived at the station at noon.\nT: He arrived to the station is wrong.',
  );
  expect(found).toContain('We arrived at the station at noon.');
  expect(found.join(' ')).not.toContain('arrived to the station');
});

test('what nobody corrected but no teacher would say is left out too', () => {
  expect(sentences('Kim: She go to the beach every summer.\nKim: We have many friend in this town.')).toEqual([]);
});

test('nothing private and nothing about the call', () => {
  const found = sentences(
    'T: My number is oh seven seven, double oh nine, one two three.\nT: I think your microphone is off again.\nT: The last bus leaves at midnight.',
  );
  expect(found).toEqual(['The last bus leaves at midnight.']);
});

test('the sentence that the learner said after the teacher comes first', () => {
  const found = sentences(
    'T: There was a small bird on the roof.\nT: I would like a room with a view, please.\nKim: I would like a room with a view, please.',
  );
  expect(found[0]).toBe('I would like a room with a view, please.');
});

test('restores capital and end mark, and quotes the recording', () => {
  const dialogue = `${opening}Kim: um i always travel with, with a small bag`;
  const [sentence] = lessonOf(dialogue).analysis.sentences;
  expect(sentence?.text).toBe('I always travel with a small bag.');
  expect(dialogue).toContain(sentence?.quote);
});
