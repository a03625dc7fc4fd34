import { LessonExercises } from '@tulkka/shared/exercises';

export const exampleTranscript = [
  'Teacher: Today we talk about travelling. A boarding pass is the card that lets you onto the plane.',
  'Mia: Yesterday I goed to the airport.',
  'Teacher: We say I went to the airport. Went is the past of go.',
  'Mia: Yesterday I went to the airport with my sister.',
].join('\n');

const common = { difficulty: 'easy', source_quote: 'Yesterday I went to the airport with my sister.' };

/** A set with one item of each kind. */
export const exampleExercises = LessonExercises.parse({
  lesson_number: 1,
  flashcards: [
    {
      word: 'boarding pass',
      translation: null,
      definition: 'the card that lets you onto the plane',
      part_of_speech: 'noun',
      example_sentence: 'A boarding pass is the card that lets you onto the plane.',
      difficulty: 'easy',
      source_quote: 'A boarding pass is the card that lets you onto the plane.',
    },
  ],
  spelling: [
    { word: 'airport', sample_sentence: 'I went to the airport.', hint: 'Planes start and land here.', ...common },
  ],
  fill_in_blank: [
    {
      sentence: 'Yesterday I _____ to the airport with my sister.',
      options: ['went', 'go', 'going'],
      correct_answer: 'went',
      hint: 'It was yesterday.',
      explanation: '“Went” is the past of “go”.',
      topic: 'tense',
      ...common,
    },
  ],
  grammar: [
    {
      question: 'Yesterday I ___ to the airport.',
      options: ['went', 'go', 'going'],
      correct_answer: 'went',
      category: 'tense',
      hint: 'It was yesterday.',
      explanation: '“Went” is the past of “go”.',
      ...common,
    },
  ],
  sentence_builder: [
    {
      english_sentence: 'Yesterday I went to the airport.',
      translation: null,
      sentence_tokens: ['Yesterday', 'I', 'went', 'to', 'the', 'airport.'],
      accepted_sequences: [['Yesterday', 'I', 'went', 'to', 'the', 'airport.']],
      distractors: ['goed'],
      hint: 'Begin with the time.',
      ...common,
    },
  ],
  total_exercises: 5,
  quality_passed: false,
  quality: { rules_checked: [], dropped: [], notes: [] },
  analysis: { vocabulary: [], corrections: [], sentences: [] },
  engine: 'rules',
  report: { speakers: [], level: null, taught: [], account: null },
});
