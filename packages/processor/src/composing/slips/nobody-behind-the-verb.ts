import { nothing } from '@tulkka/shared/grading';
import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

const toSomebody: ReadonlySet<string> = new Set(
  'explain describe suggest mention repeat present introduce announce'.split(' '),
);
const ofOneself: ReadonlySet<string> = new Set('feel relax concentrate hurry complain meet remember rest'.split(' '));
const person = /^(?:me|you|him|her|us|them)$/;
const oneself: Readonly<Record<string, string>> = {
  myself: 'me',
  yourself: 'you',
  himself: 'him',
  herself: 'her',
  itself: 'it',
  ourselves: 'us',
  themselves: 'them',
};

/** "Describe me the roof", "relax yourself": behind some verbs stands no person. */
export const nobodyBehindTheVerb: Slip = {
  name: 'nobody behind the verb',
  rule: 'No person stands directly behind this verb.',
  forms({ right, wrong, before }, lexicon) {
    if (right !== nothing) return [];
    const verb = lexicon.lemma(lastOf(before).toLowerCase(), 'verb');
    const said = wrong.toLowerCase();
    if (toSomebody.has(verb) && person.test(said)) return [said, `for ${said}`, `at ${said}`];
    const object = oneself[said];
    return ofOneself.has(verb) && object !== undefined ? [said, object, `to ${object}`] : [];
  },
  examples: {
    offers: [
      [
        ['She described', 'me', nothing, 'the whole roof'],
        ['for me', 'at me'],
      ],
      [
        ['On Sundays I relax', 'myself', nothing, 'in the garden'],
        ['me', 'to me'],
      ],
    ],
    leaves: [
      ['She told', 'me', nothing, 'the story'],
      ['She described', 'me', 'to me', 'the whole roof'],
    ],
  },
};
