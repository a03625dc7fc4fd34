import { phrasing } from '../phrasing.ts';

/** The teacher shows what it is done to. */
export const youDoSomething = phrasing({
  name: 'you do something',
  says: 'The teacher shows what it is done to.',
  part: 'verb',
  needs: ['some'],
  pattern: String.raw`^(?:so |and |but )?you (?<term>[\p{L}]+(?: [\p{L}]+)?) (?:something|someone|somebody)\b`,
  finds: [
    ['You borrow something.', { term: 'borrow', definition: null }],
    ['So you cheer up somebody.', { term: 'cheer up', definition: null }],
  ],
  leaves: ['Do you want something?', 'They borrow something.'],
});
