import { isContent, subjectPronouns } from '../../../language/words.ts';
import { isPause } from '../lone-row.ts';
import { isBreak, rowOf, type Spoken, written } from '../spoken.ts';
import { type LessonWay, lessonWay } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

const longestTerm = 3;
/** "Danger is the noun, dangerous is the adjective.": the word itself is the subject. */
const toldApart = 0.8;
const names =
  /^(?:that's|it's|that is|this is|which is) (?:the|an?) (?:(?:usual|right|normal|common|nice|good|great|typical|fixed|useful) )?(?:noun|verb|adjective|adverb|word|phrase|combination|collocation|expression|idiom|phrasal verb)\b(?! (?:for|of|that|you|we)\b)/;

function found(spoken: readonly Spoken[], at: number): Found[] {
  const word = spoken[at];
  if (word === undefined || word.sentence.role === 'student' || !isBreak(word)) return [];
  let end = at + 1;
  while (end < Math.min(spoken.length, at + 6) && !isBreak(spoken[end])) end += 1;
  if (!names.test(rowOf(spoken, at, end))) return isOneWord(spoken, at);
  if (at === 0) return [];
  // "So he has an allergy.": what stands behind its article; else the word that stands alone
  for (let from = at - 1; from >= Math.max(0, at - longestTerm); from -= 1) {
    const earlier = spoken[from - 1];
    const isEdge = earlier === undefined || isPause(spoken[from]) || /^(?:an?|the)$/.test(earlier.lower);
    if (!isEdge) continue;
    const isClause = subjectPronouns.has(spoken[from]?.lower ?? '');
    const isTerm = !isClause && spoken.slice(from, at).some(({ lower }) => isContent(lower));
    return isTerm
      ? [
          {
            sentence: spoken[from]?.sentence ?? word.sentence,
            phrase: written(spoken, from, at),
            definition: null,
            part: null,
          },
        ]
      : [];
  }
  return [];
}

/** "Confidence is the noun." */
function isOneWord(spoken: readonly Spoken[], at: number): Found[] {
  const [word, is] = spoken.slice(at, at + 2);
  if (word === undefined || !/^(?:is|'s)$/.test(is?.lower ?? '') || !isContent(word.lower)) return [];
  const isNamed = /^the (?:noun|verb|adjective|adverb)$/.test(rowOf(spoken, at + 2, at + 4)) && isPause(spoken[at + 4]);
  return isNamed
    ? [{ sentence: word.sentence, phrase: word.text, definition: null, part: null, weight: toldApart }]
    : [];
}

/** The teacher uses it, and says that it is the noun: "He has an allergy. That's the noun". */
export const thatIsTheNoun = lessonWay({
  name: 'that is the noun',
  says: 'The teacher uses it, and says that it is the noun.',
  search: ({ heard }) => heard.turns.flatMap(({ spoken }) => spoken.flatMap((_, at) => found(spoken, at))),
  finds: [
    ["So she got a discharge. That's the noun.", { term: 'discharge', definition: null }],
    ["Thirsty. That's the adjective.", { term: 'thirsty', definition: null }],
  ],
  leaves: ["So she got a paper. That's the word for it.", "She went away. That's the noun."],
  needsMarks: 'it reads two sentences',
});
