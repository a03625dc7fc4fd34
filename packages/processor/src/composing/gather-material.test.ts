import { generateLesson } from '../generate-lesson.ts';
import { openLexicon } from '../lexicon/index.ts';

const lexicon = openLexicon();

test('a piece of a term with the meaning of the whole gets no card of its own', async () => {
  const talk = [
    'Ana: We slept in a, how do you say it, a place with bed and with breakfast.',
    'Tom: A bed and breakfast. A bed and breakfast is a small hotel where the price includes breakfast.',
    'Ana: The bed and breakfast was small.',
    'Tom: I like every bed and breakfast by the sea.',
  ];
  const { exercises } = await generateLesson(talk.join('\n'), { lessonNumber: 1, teacherName: 'Tom', lexicon });
  const words = exercises.flashcards.map(({ word }) => word);
  expect(words).toContain('bed and breakfast');
  expect(words).not.toContain('breakfast');
});
