import { phrasedAs } from '../move.ts';

/** The teacher stops for a mistake, or says the rule. */
export const namesAMistake = phrasedAs({
  name: 'names a mistake',
  says: 'The teacher stops for a mistake, or says the rule.',
  patterns: [
    /\b(?:we|you|people) (?:(?:don't|do not|never|can't|cannot|always|usually|would|just|only|'d) )?(?:say|use|need|add|put|call)\b|\bwe'd say\b|\b(?:careful|don't forget|remember|instead of|should be|correct(?:ion|ly)?|mistake|wrong|not quite|almost|nearly|small fix|in english|because (?:you say|of the|it's|it was)|plural|singular|uncountable|countable|present|past|perfect|continuous|infinitive|gerund|base (?:form|verb)|basic verb|third (?:person|form)|adjective|adverb|preposition|article|tense|conditional|i-n-g|plus|first person|word order|comes (?:first|before|after)|goes (?:before|after|first|at))\b|\b(?:not|no|without) (?:an?|the|to|on|in|at|of|for|from|about|up|was|is|are|will|since|more)\b|\bwith an?\b(?=[.,!?]|$)|\bno s\b|\bthe s\b|\bnot\b[^.?!]{2,40}[.?!]$/i,
  ],
  finds: ["We don't say in Monday.", 'Careful, it is plural.'],
  leaves: ['She goes there every day.', 'My room is very small.'],
});
