import { proposedClass } from './proposed-class.ts';

const classOf = (id: string, name: string, topic_pattern: string | null = null) => ({ id, name, topic_pattern });

test('the class whose name stands in the title is proposed, with the words that say so', () => {
  const classes = [classOf('a', 'Ana'), classOf('b', 'Evening group')];
  expect(proposedClass('Airports – evening GROUP', classes)).toEqual({ classId: 'b', words: 'Evening group' });
});

test('a name is whole words: Ana is not in Diana', () => {
  expect(proposedClass('English with Diana', [classOf('a', 'Ana')])).toBeNull();
});

test('more words say more: Ana Ruiz before Ana', () => {
  const classes = [classOf('a', 'Ana'), classOf('b', 'Ana Ruiz')];
  expect(proposedClass('Ana Ruiz, lesson 4', classes)?.classId).toBe('b');
});

test('the words that a class is known by in titles say it, too', () => {
  const classes = [classOf('a', 'Class 7', 'IELTS * speaking')];
  expect(proposedClass('IELTS B2 – Speaking club', classes)).toEqual({ classId: 'a', words: 'IELTS * speaking' });
});

test('where two classes fit as well, a person says which', () => {
  expect(proposedClass('Ana and Eva', [classOf('a', 'Ana'), classOf('b', 'Eva')])).toBeNull();
});
