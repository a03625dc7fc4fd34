import { sameBase } from '../../../language/inflection.ts';
import { articles, doForms, questionWords } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** A question inside a sentence is put as one that stands alone: I know what does it mean. */
export const indirectQuestion: Kind = {
  name: 'indirect question',
  says: 'A question inside a sentence is put as one that stands alone: I know what does it mean.',
  categoryOf: ({ change: { removed, added, before, wrongClause } }) => {
    const at = wrongClause.findIndex((word, i) => i > 0 && (questionWords.has(word) || word === 'if'));
    if (at < 0) return null;
    const isInside = before.length > at || removed.some((word) => questionWords.has(word));
    if (!isInside) return null;
    const rest = removed.filter((word) => !doForms.has(word) && !articles.has(word));
    const others = added.filter((word) => !articles.has(word));
    const drops =
      rest.length < removed.filter((word) => !articles.has(word)).length && !others.some((w) => doForms.has(w));
    const isSame =
      rest.length === others.length && rest.every((word) => others.some((o) => o === word || sameBase(o, word)));
    const isMoved = rest.length > 0 && isSame && [...rest].sort().join() === [...others].sort().join();
    return (drops && isSame) || isMoved ? 'modifier' : null;
  },
  finds: [
    ["I don't know what does it mean", "I don't know what it means", 'modifier'],
    ['Ask her where does he live', 'Ask her where he lives', 'modifier'],
  ],
  leaves: [
    ['Where you live', 'Where do you live'],
    ['I know what he want', 'I know what he wants'],
  ],
};
