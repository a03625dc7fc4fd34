/** Words of grammar. What a lesson's talk is made of too ("last year", "a news article") counts only where it is no talk. */
const grammarWord =
  /\b(?:plural|singular|(?:un)?countable|reflexive|prepositions?|(?<!news |newspaper |magazine )articles?(?! (?:about|on|says))|infinitive|gerund|past (?:simple|tense|form|perfect|participle|after|in)|simple past|already (?:the )?past|the past|plus past|present (?:simple|perfect|tense|continuous)|simple present|conditional|(?:third|base|basic|bare) (?:form|person|verb)|(?:ir)?regular|plus|adverbs?|adjectives?|verbs?|nouns?|pronouns?|i-n-g|ing|e-r|e-s-t|l-y|comparatives?|superlatives?|vowel|question word)\b/i;
/** "After told we need a person", "In an indirect question the verb goes at the end", "No to after can". */
const place =
  /^(?:after|before|with|behind|in front of)\b.*\b(?:we|comes?|use|no|need|goes|always|never)\b|\bno \p{L}+ (?:after|before|with|in|on|either)\b|\bwithout (?:to|the|an?|s|of|in|on)\b.*\b(?:after|before|with)\b|\b(?:goes|comes|stands|sits|lives)(?: usually| always| only)? (?:before|after|at|with|first|last|in the middle|in one half)\b/iu;
/** "When we say why we do something, we use to", "Any is for questions", "We use be for age". */
const use =
  /\bwe (?:use|need|put|add)\b|(?<!what )\bwe (?:say|write)\b(?! that).*\b(?:for|when|because|if|before|after|in|with)\b|\b(?:is|are) (?:only |just |always )?for\b(?! when)|\b(?:takes?|needs?|has no|have no|doesn't have|can't have) (?:an? |the |no )?(?:to|plural|article|preposition|person|s|object|verb)\b/i;
/** "Explain something to somebody", "Want somebody to do something", "Angry with a person": the shape of a phrase. */
const shape = /(?<!, )\b(?:somebody|someone|something)\b|^\p{L}+(?: \p{L}+)? a (?:person|place|thing|noun|verb)\b/iu;
/** "It's because of when a noun comes after it", "Been to, when you came back". */
const occasion =
  /^(?!.*\b(?:is|are|means) (?:what|when|a|the|to)\b).*, when (?:it|it's|you|we|there's|there|something|somebody)\b/i;

/** What is said to one person, asked or told of oneself is no rule. */
const personal =
  /\?$|(?<![-\w])(?:i|my|i'm|i've)(?![-\w])|\b(?:you said|you wrote|did you|let's|can you|could you|you can say|your (?:e-?mail|homework|turn)|today's|we've got|this fits|you know|another)\b|\b(?:u+m+|u+h+|e+r+m*)\b|^(?:good|great|perfect|yes|sorry|thanks?|one's)\b/i;

/** Whether a sentence has words of grammar. */
export const hasGrammarWord = (text: string): boolean => grammarWord.test(text);

/** Whether a sentence is worded like a rule of the language. */
export const isWordedAsRule = (text: string): boolean => grammarWord.test(text) || place.test(text) || use.test(text);

/** Whether a sentence shows the shape of a phrase, with "somebody" and "something" in it. */
export const showsShape = (text: string): boolean => shape.test(text);

/** Whether a sentence says on which occasion words are used. */
export const saysOccasion = (text: string): boolean => occasion.test(text);

/** Whether a sentence speaks of people or of the class instead of the language. */
export const isPersonal = (text: string): boolean => personal.test(text);

/** "For, because two hours is a period": the words and their reason; null where there is none. */
export function reasonIn(text: string): { words: string; reason: string } | null {
  const [, words = '', reason = ''] = /^(.{2,60}?),? because ([^,.]+)/i.exec(text) ?? [];
  if (reason === '' || /\b(?:i|me|my|he|she|we|they|you|his|her|your|our|their)\b/i.test(reason)) return null;
  return { words, reason };
}
