import { hintOf } from './hint-of.ts';
import type { PlayItem } from './play-item.ts';

const head = { itemId: 'i', lesson: null, quote: null, saidBy: null, clips: {}, dueAt: null, isNew: true, sound: null };
const made = { id: 'i', difficulty: 'easy', created_at: '2026-11-27T08:00:00.000Z' } as const;

const spelled = (word: string): PlayItem => ({
  ...head,
  gameType: 'spelling_bee',
  item: { ...made, word_list_id: 'l', word, translation: null, notes: null, example_sentence: null },
});
const built = (sentence: string): PlayItem => ({
  ...head,
  gameType: 'sentence_builder',
  item: {
    ...made,
    lesson_id: 'l',
    topic_id: 't',
    english_sentence: sentence,
    hint: '',
    translation: null,
    sentence_tokens: sentence.split(' '),
    accepted_sequences: [],
    accepted: [],
    distractors: [],
  },
});
const heard = (options: string[], answer: string): PlayItem => ({
  ...head,
  gameType: 'advanced_cloze',
  item: {
    ...made,
    lesson_id: 'l',
    topic_id: 't',
    text_parts: ['They ', ' there.'],
    options: [options],
    correct_answers: [answer],
    hint: '',
    explanation: '',
  },
  sound: { text: '', clipId: null, recording: null },
});
const asked = (options: string[], correct_answer: string, hint = ''): PlayItem => ({
  ...head,
  gameType: 'grammar_challenge',
  item: {
    ...made,
    lesson_id: 'l',
    category_id: 'c',
    question: 'I am ___ nurse.',
    options,
    correct_answer,
    explanation: 'Jobs take an article.',
    hint,
  },
});

describe('a hint', () => {
  test.each([['a'], ['go'], ['TV']])('tells nothing of %s, which is too short', (word) => {
    expect(hintOf(spelled(word))).toBeNull();
  });

  test('tells how a word begins, and counts letters alone', () => {
    expect(hintOf(spelled('don’t'))).toEqual({ kind: 'letters', letter: 'd', count: 4 });
    expect(hintOf(spelled('carry on'))).toEqual({ kind: 'letters', letter: 'c', count: 7 });
  });

  test('tells the first word of a sentence of three', () => {
    expect(hintOf(built('She left early.'))).toEqual({ kind: 'firstWord', word: 'She' });
    expect(hintOf(built('She left.'))).toBeNull();
  });

  test.each([
    [['a', 'an', 'the', '—'], 'a'],
    [['a', 'an', 'the', '—'], '—'],
    [['in', 'on', 'at'], 'at'],
  ])('takes one wrong option of %j away, never the right one', (options, right) => {
    const hint = hintOf(asked(options, right));
    expect(hint?.kind).toBe('notThis');
    expect(hint?.kind === 'notThis' && options.filter((one) => one !== right).includes(hint.option)).toBe(true);
  });

  test('of two options takes none; an own hint goes before', () => {
    expect(hintOf(asked(['is', 'are'], 'is'))).toBeNull();
    expect(hintOf(asked(['is', 'are'], 'is', 'One nurse or two?'))).toEqual({ kind: 'own', text: 'One nurse or two?' });
  });

  test('by ear the options of a gap are the hint, but where they are shown anyway', () => {
    expect(hintOf(heard(['go', 'goes', 'went'], 'go'))).toEqual({ kind: 'options' });
    expect(hintOf(heard(['a', 'the', '—'], 'a'))).toEqual({ kind: 'notThis', option: '—' });
  });
});
