import { phrasing } from '../phrasing.ts';

/** The teacher points out who or what it is in passing. */
export const theOneThatIs = phrasing({
  name: 'the one that is',
  says: 'The teacher points out who or what it is in passing.',
  part: 'noun',
  needs: ["that's", 'which is'],
  pattern: String.raw`\b(?:the|an?|your|my) (?<term>[\p{L}-]{3,}), (?:that's|which is|so that's) (?<definition>(?:the|an?|your) (?:person|man|woman|people|place|thing|part|shop|room|money|time|paper|one|bit|day|kind|type)\b[^.?!]{3,120})`,
  finds: [
    [
      "You give it to the cashier, that's the person who takes your money.",
      { term: 'cashier', definition: 'the person who takes your money' },
    ],
    [
      'Then we went to the harbour, which is the place where ships wait.',
      { term: 'harbour', definition: 'the place where ships wait' },
    ],
  ],
  leaves: ["She called the doctor, that's right.", 'The doctor is the person you want.'],
  needsMarks: 'without the comma it is any remark',
});
