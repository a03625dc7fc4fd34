import { type Unit, unitsOf } from '../../../language/align.ts';
import { sameBase } from '../../../language/inflection.ts';
import type { Token } from '../../../language/tokens.ts';
import { articles, isContent, possessives } from '../../../language/words.ts';
import type { Part } from '../compare/parts.ts';

/** A subject of more words is no name, and no noun with its article. */
const longestSubject = 3;
/** A subject and its verb, and what they say. */
const fewestSaid = 3;
/** The verb stands so near behind the pronoun. */
const verbWithin = 3;
const several = /(?:[^s]s|people|children|men|women)$/;

const mayBeOfSubject = (word: string): boolean => isContent(word) || articles.has(word) || possessives.has(word);

/** A teacher's "She always walks" for a learner's "My aunt walk always", with the learner's subject in the pronoun's place. */
export function withSubjectAgain(learner: readonly Token[], units: readonly Unit[], part: Part): Part | null {
  const [pronoun, ...behind] = part.units;
  if (units.length < fewestSaid || pronoun === undefined || !/^(?:he|she|it|they)$/.test(pronoun.norm)) return null;
  // of "she's" the pronoun is no word of its own
  if (behind[0]?.token === pronoun.token) return null;
  const near = behind.slice(0, verbWithin);
  for (let length = 1; length <= longestSubject; length += 1) {
    const subject = units.slice(0, length);
    const last = subject.at(-1)?.norm ?? '';
    const next = units[length]?.norm ?? '';
    if (!mayBeOfSubject(last)) return null;
    if (!isContent(last) || !near.some(({ norm }) => norm === next || (isContent(norm) && sameBase(norm, next))))
      continue;
    if (several.test(last) !== (pronoun.norm === 'they')) return null;
    const end = subject.at(-1)?.token ?? 0;
    const tokens = [...learner.slice(0, end + 1), ...part.tokens.slice(pronoun.token + 1)];
    return { ...part, tokens, units: unitsOf(tokens) };
  }
  return null;
}
