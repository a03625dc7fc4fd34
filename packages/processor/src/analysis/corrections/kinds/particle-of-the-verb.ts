import { isContent } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** Particles that make another verb of a verb, and are hardly ever prepositions. */
const particles: ReadonlySet<string> = new Set(['up', 'out', 'away', 'down', 'back', 'off']);

/** A verb lacks the particle that makes it the verb that is meant, or has one too many or another: grow here, grow up here. */
export const particleOfTheVerb: Kind = {
  name: 'particle of the verb',
  says: 'A verb lacks the particle that makes it the verb that is meant, or has one too many or another.',
  categoryOf: ({ change: { removed, added, before }, lexicon }) => {
    const words = [...removed, ...added];
    if (words.length === 0 || removed.length > 1 || added.length > 1) return null;
    const verb = before.at(-1) ?? '';
    const isVerb = isContent(verb) && lexicon.partsOfSpeech(lexicon.lemma(verb, 'verb')).includes('verb');
    return isVerb && words.every((word) => particles.has(word)) ? 'wordChoice' : null;
  },
  finds: [
    ['My children grew here', 'My children grew up here', 'wordChoice'],
    ['She always gets up her coat', 'She always gets down her coat', 'wordChoice'],
  ],
  leaves: [
    ['We meet in Monday', 'We meet on Monday'],
    ['They walked to home', 'They walked home'],
  ],
};
