import { auxiliaries, timeWords } from '../../language/words.ts';
import type { Gate } from './gate.ts';

const opening =
  /^(?:(?:now|and|so|well|oh),? )?(?:an?|the|another|one|all|no|my|your|two|any) (\p{L}[\p{L}'’ -]*), (?:(?:i|you|we|he|she|it|they|that|there|this)\b|(?:make|do|take|say|put|have|get|go|keep|use|\p{L}+ing)\b)/iu;
/** "All in all", "one after the other": these open a sentence that goes on. */
const linking = /^(?:in all|things considered|(?:first|last|next|second|third) of all|by one|after)\b/i;
const times = /^(?:time|moment|minute|second|weekend|evening|afternoon|spring|autumn|other|beginning|end)$/;
/** A longer opening has a verb of its own. */
const longestHead = 5;

/** "An umbrella with ducks, I'm so jealous!": a thing is called out, and what is said is of something else. */
export const opensWithAThing: Gate = {
  name: 'opens with a thing',
  says: 'It calls something out before it says anything of it.',
  stops: ({ text }) => {
    const head = opening.exec(text)?.[1];
    if (head === undefined || linking.test(head)) return false;
    const words = head.toLowerCase().split(/[ -]+/);
    return (
      words.length <= longestHead &&
      !words.some((word) => auxiliaries.has(word) || timeWords.has(word) || times.test(word) || /['’]/.test(word))
    );
  },
  needsMarks: 'a comma ends what is called out',
  examples: {
    stops: [
      "An umbrella with ducks, I'm so jealous!",
      'A bonus one, make an appointment.',
      'Now the last one, checking out.',
    ],
    passes: [
      'The next day, we painted the door.',
      'All in all, it was a lovely trip.',
      'The first time, I fell off the ladder.',
      'My brother, who paints, lives here.',
      'The paint is dry, you can touch it.',
    ],
  },
};
