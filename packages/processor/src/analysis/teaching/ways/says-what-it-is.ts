import { prepositions } from '../../../language/words.ts';
import type { Lexicon, PartOfSpeech } from '../../../lexicon/types.ts';
import { isListedPhrase } from '../dictionary-form.ts';
import type { Hearing } from '../heard.ts';
import { meaningAt, type SaidMeaning } from '../meaning.ts';
import { isBreak, rowOf, type Spoken, written } from '../spoken.ts';
import { type Subject, subjectBefore } from '../subject.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Found = ReturnType<LessonWay['search']>[number];

/** "The problem is that …", "The plan is to …": what people say of their talk and their lives. */
const talk = new Set(
  'problem thing things question idea difference point answer plan reason result truth fact trick rule mistake aim goal job rest issue meaning best worst first second third last next other same most task advice way topic moment time name order word sentence one today tomorrow nothing'.split(
    ' ',
  ),
);
const tellsOfAny = /\b(?:who|that|which|where|when|you|people|somebody|someone|of|between|a \p{L}+ \p{L}+s)\b/u;
const afterContraction =
  /^(?:an?|the|to|when|where|what|how|like|something|somebody|someone|anything|people|one|just|all)$/;
const ofSomethingSaid = /^(?:that|it|there|here|what|who|where|how|let|he|she|they|you|we|this)$/;

/** Whether what stands before "is" may be a word that somebody explains. */
function isExplained(words: readonly Spoken[], { article }: Subject, meaning: SaidMeaning, lexicon: Lexicon): boolean {
  const [first] = words;
  if (first === undefined) return false;
  // a name: "Marta is the woman who …"
  const isName = words.some(
    ({ text, sentence }, i) => /^\p{Lu}\p{Ll}/u.test(text) && (i > 0 || sentence.words[0]?.lower !== first.lower),
  );
  if (isName || meaning.kind === 'words') return false;
  if (meaning.kind === 'action') {
    const known = lexicon.partsOfSpeech(first.lower);
    const isBase = known.includes('verb') && lexicon.lemma(first.lower, 'verb') === first.lower;
    return isBase && (article === 'to' || (article === null && (words.length > 1 || known[0] !== 'noun')));
  }
  if (article === 'to') return false;
  return article === 'the'
    ? tellsOfAny.test(meaning.definition)
    : !prepositions.has(first.lower) || words.length > 1 || meaning.kind === 'thing';
}

function partOf(meaning: SaidMeaning, article: string | null): PartOfSpeech | null {
  if (meaning.kind === 'action' || article === 'to') return 'verb';
  const isThing =
    meaning.kind === 'thing' && /^(?:an?|the|something|someone|somebody|people)\b/.test(meaning.definition);
  return article === 'a' || article === 'an' || isThing ? 'noun' : null;
}

/** Whether the words of a term stand in another sentence of the lesson, too. */
function isSaidElsewhere(spoken: readonly Spoken[], { from, to }: Subject, heard: Hearing): boolean {
  return heard.places(rowOf(spoken, from, to)).some(({ sentence }) => sentence !== spoken[from]?.sentence);
}

const fewestOfAKind = 3;

/** "A row is a noisy argument.": one thing is one of a kind, with what is special of it before the noun. */
function isOneOfAKind({ article }: Subject, { definition }: SaidMeaning): boolean {
  return /^an?$/.test(article ?? '') && /^an? /.test(definition) && definition.split(' ').length >= fewestOfAKind;
}

const shortWeight = 0.8;

/** "Speedy is quick.": a sentence of two words of one kind, the harder first. */
function isSaidShort(spoken: readonly Spoken[], at: number, lexicon: Lexicon): boolean {
  const [one, is, other] = spoken.slice(at - 1, at + 2);
  if (one === undefined || other === undefined || is?.lower !== 'is') return false;
  const isAll = isBreak(spoken[at + 2]) && (at === 1 || isBreak(one));
  if (!isAll || one.lower === other.lower || lexicon.frequencyBand(one.lower) < lexicon.frequencyBand(other.lower))
    return false;
  const [part] = lexicon.partsOfSpeech(one.lower);
  return lexicon.frequencyBand(one.lower) > 1 && part !== 'noun' && lexicon.partsOfSpeech(other.lower)[0] === part;
}

const fewestOfIdiom = 3;
const longestIdiom = 5;

/** "No wonder means, I'm not surprised": a row that opens its sentence, long enough or known to be one term. */
function isLongerRow(spoken: readonly Spoken[], { from, to }: Subject, lexicon: Lexicon): boolean {
  const opens = from === 0 || isBreak(spoken[from]) || spoken[from]?.sentence !== spoken[from - 1]?.sentence;
  return opens && (to - from >= fewestOfIdiom || isListedPhrase(rowOf(spoken, from, to), lexicon));
}

/** "Over the moon is extremely happy.": a sentence about words that were just said, and are said back. */
function isIdiomShort(spoken: readonly Spoken[], at: number, heard: Hearing): boolean {
  let from = at;
  while (from > 0 && at - from <= longestIdiom && !isBreak(spoken[from])) from -= 1;
  if (at - from < fewestOfIdiom || at - from > longestIdiom || !prepositions.has(spoken[from]?.lower ?? ''))
    return false;
  const places = heard.places(rowOf(spoken, from, at)).filter(({ sentence }) => sentence !== spoken[at]?.sentence);
  return places.length > 0;
}

/** How plainly it was said: a word after "the" may be a thing of the talk, a row without an edge may be cut wrongly. */
function weightOf({ isBounded, article }: Subject, means: boolean): number {
  if (!isBounded) return means ? 0.95 : 0.75;
  return article === 'the' && !means ? 0.85 : 1;
}

function explainedIn(spoken: readonly Spoken[], { lexicon, heard }: WholeLesson): Found[] {
  return spoken.flatMap(({ lower, sentence, isGlued }, at): Found[] => {
    const means = /^means?$/.test(lower);
    if (sentence.role === 'student' || sentence.question || !(means || /^(?:is|are|'s|'re)$/.test(lower))) return [];
    if (
      isBreak(spoken[at]) ||
      isBreak(spoken[at + 1]) ||
      (isGlued && ofSomethingSaid.test(spoken[at - 1]?.lower ?? ''))
    )
      return [];
    // "the team's performance": no verb
    if (isGlued && !afterContraction.test(spoken[at + 1]?.lower ?? '')) return [];
    const subject = subjectBefore(spoken, at, lexicon);
    if (subject === null) return [];
    const words = spoken.slice(subject.from, subject.to);
    // "Over the moon is …", never "In the garden is …"
    const isPlainWord = isSaidShort(spoken, at, lexicon) || isIdiomShort(spoken, at, heard);
    // "is just to fall asleep", "means that it hurts"
    const isSoftened = /^(?:just|simply|basically|really)$/.test(spoken[at + 1]?.lower ?? '');
    const skipped = isSoftened || (means && spoken[at + 1]?.lower === 'that') ? 2 : 1;
    const isIdiom = means && isLongerRow(spoken, subject, lexicon);
    const meaning = meaningAt(spoken, at + skipped, lexicon, { mayTellOfOneself: isIdiom });
    if (meaning === null || words.some((word) => talk.has(word.lower))) return [];
    const opensWithPlace = prepositions.has(words[0]?.lower ?? '');
    if (opensWithPlace && !isPlainWord && !isIdiom && !isSaidElsewhere(spoken, subject, heard)) return [];
    if (!means && !isPlainWord && !isExplained(words, subject, meaning, lexicon) && !isOneOfAKind(subject, meaning))
      return [];
    return [
      {
        sentence,
        phrase: written(spoken, subject.from, subject.to),
        definition: meaning.definition,
        part: partOf(meaning, subject.article),
        weight: isPlainWord ? shortWeight : weightOf(subject, means),
        isWhole:
          partOf(meaning, subject.article) !== 'verb' ||
          isListedPhrase(rowOf(spoken, subject.from, subject.to), lexicon),
      },
    ];
  });
}

/** The teacher says what it is or means, wherever in the talk. */
export const saysWhatItIs = lessonWay({
  name: 'says what it is',
  says: 'The teacher says what it is or means, wherever in the talk.',
  objectMayBeAny: true,
  search: (lesson) => lesson.heard.turns.flatMap(({ spoken }) => explainedIn(spoken, lesson)),
  finds: [
    [
      'Plaster is the white stuff that you put on a wall.',
      { term: 'Plaster', definition: 'the white stuff that you put on a wall' },
    ],
    ["No wonder means I'm not surprised by it.", { term: 'No wonder', definition: "I'm not surprised by it" }],
    ['Okay and to sand is to make wood smooth.', { term: 'sand', definition: 'to make wood smooth' }],
    [
      'It was a draughty room, draughty means cold air comes in.',
      { term: 'draughty', definition: 'cold air comes in' },
    ],
  ],
  leaves: [
    'My sister is the woman who paints our house.',
    'The problem is the money that we need.',
    'This is the ladder that I like.',
    'The box in the hall is a present for you.',
  ],
});
