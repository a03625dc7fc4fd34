import { phrasedAs } from '../move.ts';

/** It says what the lesson is about. */
export const opensTheTopic = phrasedAs({
  name: 'opens the topic',
  says: 'It says what the lesson is about.',
  patterns: [
    /\b(?:today (?:we|i|is|you)|so today|today's|let's (?:start|begin|get started|talk|imagine|look)|we are going to|we're going to|i thought we could|i wanted to do|last (?:time|week|lesson) we|our topic|first,? (?:check|let|just)|look at my picture|read me your)\b/i,
  ],
  finds: ['So today we talk about houses.', 'Today is about food.'],
  leaves: ['I saw him today.', 'We started the car.'],
});
