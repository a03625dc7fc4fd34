import { phrasedAs } from '../move.ts';

/** Somebody looks for a word. */
export const asksForAWord = phrasedAs({
  name: 'asks for a word',
  says: 'Somebody looks for a word.',
  patterns: [
    /\b(?:how (?:do|can|to|would) (?:you|i|we|it)? ?(?:say|call)|i don't know (?:the word|how|in english|the name)|what(?:'s| is) (?:this|the|it) (?:called|name|word|first|second)|in english\?|i forg[eo]t the (?:word|name)|the word for|in my language)\b/i,
  ],
  finds: ['How do you say it in English?', "I don't know the word."],
  leaves: ['She said the word twice.', 'How do you feel?'],
});
