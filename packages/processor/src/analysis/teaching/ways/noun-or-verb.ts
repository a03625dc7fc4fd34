import { phrasing } from '../phrasing.ts';

/** The teacher says which kinds of word it can be. */
export const nounOrVerb = phrasing({
  name: 'noun or verb',
  says: 'The teacher says which kinds of word it can be.',
  needs: ['noun', 'verb', 'adjective'],
  pattern: String.raw`^(?:the word )?(?<term>[\p{L}-]{3,}) (?:can be|is) (?:both )?a (?:noun|verb|adjective) (?:or|and) (?:also )?an? (?:noun|verb|adjective)`,
  finds: [
    ['Access can be a noun or a verb.', { term: 'access', definition: null }],
    ['The word dream is a noun and also a verb.', { term: 'dream', definition: null }],
  ],
  leaves: ['It can be a long day.', 'A noun or a verb is missing here.'],
  rareBecause: 'it is said of words that the class knows already',
});
