import type { Token } from '../../../language/tokens.ts';
import { isContent } from '../../../language/words.ts';
import type { Sentence } from '../../types.ts';

const opening = String.raw`(?:(?:and|so|ok|okay|well|no|yes|yeah|now|but|right|then|hm+)[,.]? )*`;
const speaker = String.raw`(?:we|you|people|i|locals|(?:an|any|most|many) english (?:speakers?|person|people)|(?:an? )?native speakers?)`;
const would = String.raw`(?:'d|'ll| would| might| could| usually| normally| often| always| just| generally| tend to)*`;
const asThing = String.raw`(?:that's|that is|it's|it is|this is|they're|those are|that would be)`;

/** How a teacher announces what is said instead of words that were just quoted. */
const announcing = new RegExp(
  String.raw`^${opening}(?:in (?:good |plain |proper |formal |everyday |spoken )?english,? (?:${asThing}|${speaker}${would} (?:say|call (?:it|that|them))) |${speaker}${would} (?:say|call (?:it|that|them)|go for) |(?:better|(?:more )?(?:formally|politely|naturally))(?: to say)?[,:] |an? (?:better|nicer|more \p{L}+) (?:way|phrase|word)(?: to (?:say|put) it)? (?:is|would be) |(?:it|that|they|these|those)(?:'s|'re| is| are) called )`,
  'iu',
);
/** What is said of a whole that was quoted, instead of another version of it. */
const judges = /^(?:that|so|it|this|yes|no|not)\b|\b(?:fine|correct|perfect|wrong|mistake)\b/i;
const ends = /[,;:.?!]| (?:because|when|if|for example)\b/i;
const longest = 9;

/** The words that a sentence announces as what is said instead; nothing where it announces none. */
export function saidInstead({ raw, words, start }: Sentence): readonly Token[] {
  const head = announcing.exec(raw)?.[0];
  if (head === undefined) return [];
  const rest = raw.slice(head.length);
  if (judges.test(rest)) return [];
  const stop = ends.exec(rest)?.index ?? rest.length;
  const [from, to] = [start + head.length, start + head.length + stop];
  const said = words.filter((token) => token.start >= from && token.end <= to);
  return said.length <= longest && said.some(({ lower }) => isContent(lower)) ? said : [];
}
