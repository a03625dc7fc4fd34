import { lessonOf, transcriptOf } from '../../../tests/dialogue.ts';
import { openLexicon } from '../../lexicon/index.ts';
import { readLesson } from '../index.ts';

const talk = `
T: Great, today we are going to talk about food. What did you eat yesterday?
Kim: I eat rice with fish.
T: You ate rice with fish. We use the past simple here. Can you say it again?
Kim: I ate rice with fish.
T: Excellent. Tasty means that the food is good.
Lee: My food was tasty also.
`;

test('finds the teacher by what is said, without names', () => {
  const nameless = talk.replaceAll('T:', 'X:');
  const { teacher, students } = readLesson(transcriptOf(nameless), {}, openLexicon());
  expect(teacher).toBe('X');
  expect(students).toEqual(['Kim', 'Lee']);
});

test('talk outweighs a name that was given to the wrong person', () => {
  const swapped = talk.replaceAll('T:', 'X:');
  expect(readLesson(transcriptOf(swapped), { teacherName: 'Kim' }, openLexicon()).teacher).toBe('X');
});

test('without labels nobody is the teacher, and nothing breaks', () => {
  const { teacher, turns } = lessonOf(talk.replace(/^\w+: /gm, ''));
  expect(teacher).toBeNull();
  expect(turns.length).toBeGreaterThan(3);
});
