import type { Gate } from './gate.ts';

const grammar =
  /\b(?:is|are) (?:an? |the |only |always |never )?(?:verb|noun|adjective|adverb|preposition|plural|singular|countable|uncountable|false friend)s?\b|\bfalse friends?\b|\btongue twister\b|\bso no (?:was|to|the|is)\b|\bit doesn't mean\b/i;

/** What is said about the language is no sentence of it to learn: "Bananas are countable but anyway." */
export const aboutWords: Gate = {
  name: 'about words',
  says: 'It speaks about grammar, not about the world.',
  stops: ({ text }) => grammar.test(text),
  examples: {
    stops: [
      'Bananas are countable but anyway.',
      'Agree is a verb, so no was.',
      "It's a false friend too, yes.",
      'Complain is the verb, complaint is the noun with a T at the end.',
    ],
    passes: ['A comma splice is when you join two complete sentences.', 'The banana is a fruit.'],
  },
};
