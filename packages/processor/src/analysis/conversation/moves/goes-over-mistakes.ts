import { phrasedAs } from '../move.ts';

/** The teacher begins to go over what was noted while the learner spoke. */
export const goesOverMistakes = phrasedAs({
  name: 'goes over mistakes',
  says: 'The teacher begins to go over what was noted while the learner spoke.',
  patterns: [
    /\b(?:i|i've|i have|we|i'd)(?: just| also| only| been)* (?:wrote|writing|written|noted|noting|jotted|jotting|scribbled|made|making|took|taken|taking|picked up|collected|collecting|put)\b.{0,24}\b(?:down|notes?|things? (?:to|for|that|i)|points?|bits?|list|mistakes|corrections|some sentences|your sentences)\b/i,
    /\b(?:some|few|couple of|little|my|quick|bit of|give you|the) (?:more )?(?:notes?|points?|corrections?|feedback|scribbles)\b/i,
    /\b(?:i've got|i got|i have|here are|there are)(?: \p{L}+){0,5} (?:notes|corrections)\b/iu,
    /^(?:(?:ok|okay|so|right|now|and),? )*(?:feedback|corrections?)\b/i,
    /\b(?:go|going|run|look) (?:back )?(?:through|over) (?:my|your|some|the|a few|what|them|those|these|it|that)\b/i,
    /\b(?:here(?:'s| is| comes| are)|got|made|start with|look at|back to) (?:my|the|our) (?:(?:little|long|short|famous) )?list\b/i,
    /\b(?:fix|correct|repair|mend|tidy up|clean up|polish) (?:a few|a couple of|some|those|these|your) (?:\p{L}+ )?(?:things|sentences|mistakes|errors|slips|phrases)\b/iu,
    /\bdid(?:n't| not) want to (?:stop|interrupt)\b/i,
    /\b(?:i|i've) (?:noticed|heard|noted) (?:a few|some|a couple|two|three|four|five|several)\b/i,
  ],
  finds: [
    'I wrote down a few things while you talked.',
    "Lovely. Here's my list.",
    'Now we can fix a few of those sentences, or fix some small mistakes.',
    'So I have got a couple of notes for you.',
    "Right, let's go through my list.",
  ],
  leaves: ['She made a cake for her friend.', 'He took the bus to town.', 'Some people like it.'],
});
