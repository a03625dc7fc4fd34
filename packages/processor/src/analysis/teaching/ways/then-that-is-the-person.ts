import { sentenceWay } from '../way.ts';

const pattern =
  /^(?:so |and )?(?:that's|that is|it's) (?<definition>(?:the|an?) (?:person|man|woman|place|thing|part|shop|room|money|paper|bit|kind|type|piece) [^.?!]{6,140})$/iu;

/** The next sentence says who or what the last word was. */
export const thenThatIsThePerson = sentenceWay({
  name: 'then that is the person',
  says: 'The next sentence says who or what the last word was.',
  part: 'noun',
  look: ({ text, previous }) => {
    const definition = pattern.exec(text)?.groups?.definition;
    const noun = previous?.core.at(-1);
    if (definition === undefined || previous === undefined || noun === undefined || previous.core.length < 2) return [];
    return [{ sentence: previous, phrase: noun.text, definition }];
  },
  finds: [
    [
      'Please show me your receipt. That is the paper that says what you paid.',
      { term: 'receipt', definition: 'the paper that says what you paid' },
    ],
    [
      "You ask the cashier. That's the person who takes the money.",
      { term: 'cashier', definition: 'the person who takes the money' },
    ],
  ],
  leaves: ['Please show me your receipt. That is the one.', 'That is the paper that says what you paid.'],
  needsMarks: 'it reads two sentences',
});
