import { type Unit, unitsOf } from '../../../language/align.ts';
import { isMadeFrom } from '../../../language/derived.ts';
import type { Token } from '../../../language/tokens.ts';
import { beForms, isContent, subjectPronouns } from '../../../language/words.ts';
import type { Sentence } from '../../types.ts';
import type { Part } from '../compare/parts.ts';

const degree: ReadonlySet<string> = new Set(['very', 'so', 'too', 'really']);

/** A teacher's "It's rainy." for a learner's "Today is rain": the same be, and the adjective of the learner's noun. */
export function mendedByDerivation(learner: readonly Token[], units: readonly Unit[], sentence: Sentence): Part | null {
  const said = unitsOf(sentence.core).map(({ norm }) => norm);
  const adjective = said.at(-1) ?? '';
  const isShort = said.length <= 4 && subjectPronouns.has(said[0] ?? '') && beForms.has(said[1] ?? '');
  const isAll = said.length === 1 || (isShort && said.slice(2, -1).every((word) => degree.has(word)));
  if (sentence.question || !isAll || !isContent(adjective)) return null;
  const at = units.findIndex(
    ({ norm }, i) =>
      isMadeFrom(adjective, norm) &&
      (beForms.has(units[i - 1]?.norm ?? '') ||
        (degree.has(units[i - 1]?.norm ?? '') && beForms.has(units[i - 2]?.norm ?? ''))),
  );
  const token = units[at]?.token;
  if (at < 0 || token === undefined) return null;
  const last = sentence.core.at(-1);
  if (last === undefined) return null;
  const tokens = learner.map((own, i) =>
    i === token ? { ...own, text: last.text.toLowerCase(), lower: last.lower } : own,
  );
  return { sentence, tokens, units: unitsOf(tokens), whole: true, full: true };
}
