import { wordsOf } from '../language/tokens.ts';
import { modals } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { isIllFormed } from './verb-slot.ts';
import { takesAn, verbForms } from './word-forms.ts';

const oneThing = /^(?:he|she|it|everybody|everyone|somebody|someone|nobody|everything|nothing)$/;
const several = /^(?:we|they|you|people|these|those)$/;
const helpers =
  /^(?:do|does|did|don't|doesn't|didn't|can|can't|could|couldn't|will|won't|would|wouldn't|shall|should|shouldn't|may|might|must|to|let|lets|let's|make|makes|made|help|helps|helped|see|saw|hear|heard|watch|watched|if|wish|wishes|suggest|suggested|and|or|nor|as|than)$/;
const plainAdjective =
  /^(?:good|bad|big|small|high|low|long|short|old|young|hot|cold|happy|sad|nice|tired|hungry|salty|helpful|important|difficult|easy|expensive)$/;
const between = /^(?:always|often|usually|never|also|just|really|still|only|sometimes|ever)$/;

function disagrees(words: readonly string[], at: number, lexicon: Lexicon): boolean {
  const subject = words[at] ?? '';
  const before = words[at - 1] ?? '';
  const verb = words.slice(at + 1).find((word) => !between.test(word)) ?? '';
  if (oneThing.test(subject)) {
    // "did he go", "let it be", "if he were": no -s after these
    if (helpers.test(before) || /^(?:is|are|was|were|am|has|have|had)$/.test(before)) return false;
    if (/^(?:are|were|am|have|do|don't|aren't|weren't|haven't)$/.test(verb)) return true;
    if (modals.has(verb)) return false;
    const forms = verbForms(lexicon.lemma(verb, 'verb'));
    return (
      verb === forms.base &&
      verb !== forms.past &&
      lexicon.partsOfSpeech(verb)[0] === 'verb' &&
      (verb.length > 2 || verb === 'go')
    );
  }
  if (subject === 'i')
    return /^(?:is|are|has|does|doesn't|isn't|aren't|hasn't)$/.test(verb) && !/^(?:am|and|or)$/.test(before);
  if (!several.test(subject) || /^(?:of|one|neither|either|for|with|to|about|between)$/.test(before)) return false;
  return (
    /^(?:is|was|has|does|doesn't|isn't|wasn't|hasn't)$/.test(verb) &&
    !/^(?:do|does|did|what|how|where|who|which|that)$/.test(before)
  );
}

/**
 * Whether a sentence breaks a rule of form that can be seen without understanding it: "everybody were", "more cheaper",
 * "didn't went", "a hour". A net under the readers: a slip that nobody corrected must not become an example.
 */
export function soundsWrong(sentence: string, lexicon: Lexicon): boolean {
  const words = wordsOf(sentence);
  if (isIllFormed(words, lexicon)) return true;
  return words.some((word, at) => {
    const next = words[at + 1] ?? '';
    if (disagrees(words, at, lexicon)) return true;
    if (word === 'more' && /er$/.test(next) && lexicon.lemma(next, 'adjective') !== next) return true;
    if (word === 'a' && next.length > 1 && takesAn(next)) return true;
    if (word === 'an' && next !== '' && !takesAn(next) && !/^[aefhilmnorsx]$/.test(next)) return true;
    // "by by": said twice while thinking
    if (word === next && /^(?:by|to|of|in|on|at|for|with|the|a|my|we|you|he|she|they|is|are)$/.test(word)) return true;
    // "too much high"
    const third = words[at + 2] ?? '';
    const isAdjective = lexicon.partsOfSpeech(third)[0] === 'adjective' && words[at + 3] === undefined;
    return /^(?:much|many|very|too)$/.test(word) && next === 'much' && (isAdjective || plainAdjective.test(third));
  });
}
