import { phrasing } from '../phrasing.ts';

/** The teacher says when it is so, with the word last. */
export const thenItIs = phrasing({
  name: 'then it is',
  says: 'The teacher says when it is so, with the word last.',
  part: 'adjective',
  needs: ['if ', 'when '],
  pattern: String.raw`^(?:so |and )?(?:if|when) [^.?!]{12,120}, (?:(?:the |your |an? )?[\p{L}]+|it|you|they|he|she|we)(?:'s| is|'re| are) (?!(?:not|very|too|just|still|always|never|going|gonna|fine|ok|okay|good|sure)\b)(?<term>[\p{L}-]{4,})$`,
  finds: [
    ["If you can break it with one finger, it's fragile.", { term: 'fragile', definition: null }],
    ['When there are no clouds at all, the sky is bright.', { term: 'bright', definition: null }],
  ],
  leaves: ["If you can lift it alone, it's fine.", 'If you come tomorrow then call.'],
  needsMarks: 'the comma tells where the condition ends',
});
