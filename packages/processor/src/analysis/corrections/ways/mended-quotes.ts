import { type Unit, unitsOf } from '../../../language/align.ts';
import { sameBase } from '../../../language/inflection.ts';
import { type Token, wordsOf } from '../../../language/tokens.ts';
import { articles, isContent, prepositions, subjectPronouns } from '../../../language/words.ts';
import type { Part } from '../compare/parts.ts';
import { mendedByContrast } from './contrasts.ts';

/** A version that comes at once behind this stands for all that was quoted. */
const handsOver =
  /\b(?:(?:we|you|people)(?:'d| would)?(?: \p{L}+ly| always| just)? (?:say|use)|i(?:'d| would) (?:say|use)|should(?: just)? be|just say|i'd say)\s*[,:"“]?\s*$/iu;
/** So much longer or shorter than what was quoted a version may be. */
const mostOff = 3;

const isLittle = (word: string): boolean => prepositions.has(word) || articles.has(word) || word === 'to';

/** "Many fishes, we say a lot of fish": the learner's sentence with the version in place of the quote. */
export function mendedInPlace(
  learner: readonly Token[],
  units: readonly Unit[],
  quote: { from: number; to: number },
  part: Part,
  turnText: string,
): Part | null {
  const first = part.tokens[0];
  const quoted = units.slice(quote.from, quote.to).map(({ norm }) => norm);
  if (first === undefined || Math.abs(part.units.length - quoted.length) > mostOff) return null;
  if (!handsOver.test(turnText.slice(0, first.start).slice(-longestHandingOver))) return null;
  const isOfQuote = part.units.some(
    ({ norm }) => isContent(norm) && quoted.some((own) => isContent(own) && (own === norm || sameBase(own, norm))),
  );
  const brings = part.units.some(({ norm }) => !quoted.includes(norm) && !subjectPronouns.has(norm));
  if (!isOfQuote || !brings) return null;
  // "by making priorities, we say set priorities": what stands before what both end with stays
  const isEnd = quoted.at(-1) === part.units.at(-1)?.norm;
  const meant = isEnd ? quoted.slice(-part.units.length) : quoted;
  const right = part.tokens.map(({ text }) => text).join(' ');
  const mended = mendedByContrast(learner, units, { wrong: meant.join(' '), right }, part.sentence);
  return mended === null ? null : { ...mended, inPlace: true };
}

const longestHandingOver = 40;
/** The last word before a version of which something was left out. */
const onlyHandsOver: ReadonlySet<string> = new Set(['just', 'say', 'be', 'simply', 'only', "it's"]);

/** "For to open, just to open": the quote again without the little word before it. */
export function mendedWithout(
  learner: readonly Token[],
  units: readonly Unit[],
  quote: { from: number; to: number },
  part: Part,
  turnText: string,
): Part | null {
  const ahead = wordsOf(turnText.slice(0, part.tokens[0]?.start ?? 0).slice(-longestHandingOver)).at(-1);
  const words = part.units.map(({ norm }) => norm);
  for (let at = quote.from + 1; at + 1 < quote.to; at += 1) {
    const dropped = units[at - 1];
    if (dropped === undefined || !isLittle(dropped.norm) || dropped.norm === ahead) continue;
    if (!onlyHandsOver.has(ahead ?? '')) return null;
    if (!words.every((word, i) => units[at + i]?.norm === word)) continue;
    const tokens = learner.filter((_each, i) => i !== dropped.token);
    return { sentence: part.sentence, tokens, units: unitsOf(tokens), whole: true, full: true };
  }
  return null;
}
