import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { nothing, revealsAnswer } from '../grading/index.ts';
import {
  type Catalogue,
  GameType,
  gameOf,
  readStarterTopic,
  type StarterItem,
  starterFolders,
  starterProblems,
} from './index.ts';

const root = new URL('../../starter-content/', import.meta.url);

const present = Object.entries(starterFolders).filter(([folder]) => existsSync(new URL(folder, root)));

const folders = present.map(([folder, catalogue]) => {
  const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.json'));
  const topics = files.map((name) =>
    readStarterTopic(catalogue, JSON.parse(readFileSync(new URL(`${folder}/${name}`, root), 'utf8'))),
  );
  return { folder, catalogue, topics };
});

const gameFor = (catalogue: Catalogue) => {
  const game = GameType.options.map(gameOf).find((one) => one.catalogue === catalogue);
  if (!game) throw new Error(`No game plays ${catalogue.itemTable}.`);
  return game;
};

const answersOf = (catalogue: Catalogue, item: StarterItem): string[] =>
  [gameFor(catalogue).open(item.content).correctAnswer].flat();

test('every catalogue has starter content', () => {
  expect(present.map(([folder]) => folder)).toEqual(Object.keys(starterFolders));
});

describe.each(folders)('starter content in $folder', ({ catalogue, topics }) => {
  const items = topics.flatMap((topic) => topic.lessons.flatMap((lesson) => lesson.items));

  test('can be played, and no written hint contains its answer', () => {
    expect(items.length).toBeGreaterThan(0);
    expect(starterProblems(catalogue, topics)).toEqual([]);
  });

  test('every hint gets more concrete and never contains the answer', () => {
    for (const item of items) {
      const played = gameFor(catalogue).open(item.content);
      const hints = [1, 2, 3].map((attempt) => played.hint(attempt));
      for (const answer of answersOf(catalogue, item)) {
        const revealing = hints.filter((hint) => revealsAnswer(hint, answer));
        expect({ id: item.id, answer, revealing }).toEqual({ id: item.id, answer, revealing: [] });
      }
      expect({ id: item.id, different: new Set(hints).size }).toEqual({ id: item.id, different: 3 });
      expect(hints[0]).toBe(item.content.hint);
    }
  });

  test('the right answer is graded right', () => {
    for (const item of items) {
      const played = gameFor(catalogue).open(item.content);
      expect({ id: item.id, grade: played.grade(played.correctAnswer) }).toMatchObject({
        id: item.id,
        grade: { isCorrect: true },
      });
    }
  });

  test('what is heard holds all of the answer, and typed as it is heard it is right', () => {
    for (const item of items) {
      const { listening, correctAnswer } = gameFor(catalogue).open(item.content);
      if (listening === null) continue;
      const answers = [correctAnswer].flat().filter((answer) => answer !== nothing);
      expect([item.id, answers.filter((answer) => !revealsAnswer(listening.heard, answer))]).toEqual([item.id, []]);
      expect(listening.heard).not.toMatch(/_|—| [.,!?]| {2}/);
      const typed = typeof correctAnswer === 'string' ? listening.heard : correctAnswer;
      expect({ id: item.id, grade: listening.grade(typed) }).toMatchObject({ id: item.id, grade: { credit: 1 } });
    }
  });
});
