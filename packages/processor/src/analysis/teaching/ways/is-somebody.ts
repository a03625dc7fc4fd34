import { phrasing } from '../phrasing.ts';

/** A recording without full stops runs into the definition. */
export const isSomebody = phrasing({
  name: 'is somebody',
  says: 'A recording without full stops runs into the definition.',
  part: 'noun',
  needs: ['somebody', 'someone', 'something', 'when', 'the '],
  pattern: String.raw`^[^.,;:?!]{25,}\ban? (?<term>[\p{L}-]{3,}(?: [\p{L}-]{3,})?) is (?<definition>(?:somebody|someone|something|when|where|the [\p{L}]+ (?:about|of|that|when|where|you)) [^.,;:?!]{6,110})$`,
  finds: [
    [
      'I have a good word for you today a plumber is somebody who mends pipes',
      { term: 'plumber', definition: 'somebody who mends pipes' },
    ],
    [
      'we talked about your new job last week a deadline is the day when you must finish',
      { term: 'deadline', definition: 'the day when you must finish' },
    ],
  ],
  leaves: ['A plumber is somebody who mends pipes.', 'I really think that your brother is somebody very special'],
});
