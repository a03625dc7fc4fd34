import { phrasing } from '../phrasing.ts';

/** The teacher says what it is in a short form. */
export const nounIsThe = phrasing({
  name: 'noun is the',
  says: 'The teacher says what it is in a short form.',
  part: 'noun',
  needs: ["'s "],
  pattern: String.raw`^(?:so |and )?(?:an? |the )(?<term>[\p{L}-]{3,})'s (?<definition>(?:an?|the|when|where|someone|something) [^.?!]{4,120})`,
  finds: [
    ["The brake's the thing that stops your bike.", { term: 'brake', definition: 'the thing that stops your bike' }],
    ["So the pedal's the part under your foot.", { term: 'pedal', definition: 'the part under your foot' }],
  ],
  leaves: ["The brake's broken.", "He's the man with the dog."],
});
