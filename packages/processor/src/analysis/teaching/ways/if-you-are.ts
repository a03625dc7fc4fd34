import { phrasing } from '../phrasing.ts';

/** The teacher says what you do when you are so. */
export const ifYouAre = phrasing({
  name: 'if you are',
  says: 'The teacher says what you do when you are so.',
  part: 'adjective',
  needs: ['if ', 'when '],
  pattern: String.raw`^(?:so |and )?(?:if|when) (?:you|someone|somebody|something|a person)(?: are| is|'re|'s| feel| feels) (?<term>[\p{L}-]+(?: (?:on|in|at|of|with|about|for|to))?)(?: something| someone)?, (?:it means |that means )?(?<definition>(?:you|they|he|she|it)(?:'re| are| is| have| has| feel| don't| can| want| like| think| need)?[^.?!]{3,140})`,
  finds: [
    [
      'If you are thirsty, you want to drink something.',
      { term: 'thirsty', definition: 'you want to drink something' },
    ],
    [
      "When someone is shy, they don't like to speak to strangers.",
      { term: 'shy', definition: "they don't like to speak to strangers" },
    ],
  ],
  leaves: ['If you are late, call me.', 'When it rains, you need a coat.'],
  needsMarks: 'the comma tells where the meaning begins',
});
