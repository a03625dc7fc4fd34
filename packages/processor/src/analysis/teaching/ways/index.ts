import type { LessonWay, SentenceWay } from '../way.ts';
import { adverbIs } from './adverb-is.ts';
import { anotherWordFor } from './another-word-for.ts';
import { askedFor } from './asked-for.ts';
import { askedThenTold } from './asked-then-told.ts';
import { betterCollocation } from './better-collocation.ts';
import { betterWord } from './better-word.ts';
import { definedByTheLearner } from './defined-by-the-learner.ts';
import { doYouKnow } from './do-you-know.ts';
import { drilled } from './drilled.ts';
import { formulaMeans } from './formula-means.ts';
import { foundInstead } from './found-instead.ts';
import { goesTogether } from './goes-together.ts';
import { goesWith } from './goes-with.ts';
import { goodWord } from './good-word.ts';
import { howItIsWritten } from './how-it-is-written.ts';
import { ifSoThen } from './if-so-then.ts';
import { ifYouAre } from './if-you-are.ts';
import { inAList } from './in-a-list.ts';
import { inEnglish } from './in-english.ts';
import { isA } from './is-a.ts';
import { isCalled } from './is-called.ts';
import { isFor } from './is-for.ts';
import { isLike } from './is-like.ts';
import { isSomebody } from './is-somebody.ts';
import { isTheOneThat } from './is-the-one-that.ts';
import { isWhen } from './is-when.ts';
import { isWhere } from './is-where.ts';
import { itMeans } from './it-means.ts';
import { leftOpen } from './left-open.ts';
import { means } from './means.ts';
import { missingWord } from './missing-word.ts';
import { namesWhatWasSaid } from './names-what-was-said.ts';
import { notThatVerb } from './not-that-verb.ts';
import { nounIsThe } from './noun-is-the.ts';
import { nounOrVerb } from './noun-or-verb.ts';
import { oppositeOf } from './opposite-of.ts';
import { praisedAsAWord } from './praised-as-a-word.ts';
import { saidBack } from './said-back.ts';
import { sayIt } from './say-it.ts';
import { saysWhatItIs } from './says-what-it-is.ts';
import { spelled } from './spelled.ts';
import { startWith } from './start-with.ts';
import { suchAPerson } from './such-a-person.ts';
import { suchIsA } from './such-is-a.ts';
import { suchThings } from './such-things.ts';
import { thatIs } from './that-is.ts';
import { thatIsTheNoun } from './that-is-the-noun.ts';
import { theNounIs } from './the-noun-is.ts';
import { theOneThatIs } from './the-one-that-is.ts';
import { theWord } from './the-word.ts';
import { thenItIs } from './then-it-is.ts';
import { thenItMeans } from './then-it-means.ts';
import { thenSaysWhatItIs } from './then-says-what-it-is.ts';
import { thenThatIsA } from './then-that-is-a.ts';
import { thenThatIsThePerson } from './then-that-is-the-person.ts';
import { thisIsA } from './this-is-a.ts';
import { verbIsWhen } from './verb-is-when.ts';
import { verbMeans } from './verb-means.ts';
import { weSay } from './we-say.ts';
import { weSayItIs } from './we-say-it-is.ts';
import { whatAbout } from './what-about.ts';
import { whatDoesItMean } from './what-does-it-mean.ts';
import { whatIs } from './what-is.ts';
import { whatMeans } from './what-means.ts';
import { whenSomebodyDoes } from './when-somebody-does.ts';
import { whenThingsDo } from './when-things-do.ts';
import { wordForIt } from './word-for-it.ts';
import { wordYouWant } from './word-you-want.ts';
import { workedOn } from './worked-on.ts';
import { youDoIt } from './you-do-it.ts';
import { youDoSomething } from './you-do-something.ts';

/** The ways that show in a sentence. Of several that fit the first one's meaning counts. */
export const sentenceWays: readonly SentenceWay[] = [
  verbMeans,
  isWhen,
  isA,
  isTheOneThat,
  verbIsWhen,
  isSomebody,
  itMeans,
  means,
  oppositeOf,
  anotherWordFor,
  suchAPerson,
  weSayItIs,
  ifYouAre,
  whenSomebodyDoes,
  thatIs,
  isWhere,
  isLike,
  youDoIt,
  theOneThatIs,
  nounIsThe,
  goesTogether,
  adverbIs,
  namesWhatWasSaid,
  thenItIs,
  suchThings,
  youDoSomething,
  whenThingsDo,
  nounOrVerb,
  isCalled,
  theWord,
  thisIsA,
  theNounIs,
  doYouKnow,
  whatDoesItMean,
  whatMeans,
  whatIs,
  whatAbout,
  leftOpen,
  sayIt,
  inAList,
  goodWord,
  howItIsWritten,
  startWith,
  inEnglish,
  wordYouWant,
  spelled,
  thenThatIsThePerson,
  thenItMeans,
  thenThatIsA,
  praisedAsAWord,
  missingWord,
  drilled,
];

/** The ways that only the whole lesson shows. */
export const lessonWays: readonly LessonWay[] = [
  saysWhatItIs,
  thenSaysWhatItIs,
  ifSoThen,
  askedFor,
  askedThenTold,
  definedByTheLearner,
  weSay,
  saidBack,
  foundInstead,
  isFor,
  notThatVerb,
  wordForIt,
  suchIsA,
  thatIsTheNoun,
  formulaMeans,
  goesWith,
  betterWord,
  betterCollocation,
  workedOn,
];
