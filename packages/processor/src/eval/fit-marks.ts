import { loadTagger } from '../language/tagger.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { TraitWeights } from '../marking/likelihood.ts';
import { meaningTraits } from '../marking/meaning-traits.ts';
import { meaningMarks, questionMarks, sentenceMarks } from '../marking/read-marks.ts';
import { sentenceTraits } from '../marking/sentence-traits.ts';
import { fitTraits, leftOut, type MarkedExample } from './fit-traits.ts';

/** A mark between good and refused counts less: two teachers may differ. */
const weightOfMiddle = 0.7;
const groups = 8;
const shares = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

const ofMark = (mark: number): Pick<MarkedExample, 'passed' | 'weight'> => ({
  passed: mark > 0,
  weight: mark === 1 ? weightOfMiddle : 1,
});

/** Weights of sentences, meanings and questions, fitted on all that teachers marked, as they are kept. */
export interface MarkWeights {
  sentences: TraitWeights;
  meanings: TraitWeights;
  questions: TraitWeights;
  /** How often what passes is thought likelier than what does not, in lessons left out: all sentences, all meanings, all questions. */
  ranked: number[];
  /** How well they tell what passes in lessons that were left out, as lines to print. */
  figures: string[];
}

/** What weighs less tells nothing. */
const leastTelling = 0.02;

/** Weights without those that tell nothing, rounded, in an order of their own. */
function shortened({ bias, weights }: TraitWeights): TraitWeights {
  const telling = Object.entries(weights)
    .map(([trait, weight]) => [trait, Number(weight.toFixed(3))] as const)
    .filter(([, weight]) => Math.abs(weight) >= leastTelling)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return { bias: Number(bias.toFixed(3)), weights: Object.fromEntries(telling) };
}

/** How often something that passes is thought likelier than something that does not: 0.5 by chance, 1 always. */
function ranking(tried: readonly { likely: number; passed: boolean }[]): number {
  const sorted = tried.toSorted((a, b) => a.likely - b.likely);
  let ranks = 0;
  sorted.forEach(({ passed }, at) => {
    if (passed) ranks += at + 1;
  });
  const passing = tried.filter(({ passed }) => passed).length;
  return (ranks - (passing * (passing + 1)) / 2) / (passing * (tried.length - passing));
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function figuresOf(name: string, tried: readonly { likely: number; passed: boolean; mark: number }[]): string[] {
  const good = tried.filter(({ mark }) => mark === 2).length;
  const lines = shares.map((share) => {
    const kept = tried.filter(({ likely }) => likely >= share);
    const keptGood = kept.filter(({ mark }) => mark === 2).length;
    const passing = kept.filter(({ passed }) => passed).length;
    return `| ${share} | ${kept.length} | ${percent(passing, kept.length)} | ${percent(keptGood, kept.length)} | ${percent(keptGood, good)} |`;
  });
  const passing = tried.filter(({ passed }) => passed).length;
  return [
    `${name}: ${tried.length}, of these ${percent(passing, tried.length)} pass and ${percent(good, tried.length)} are good; ranked right ${ranking(tried).toFixed(3)}`,
    '',
    '| at least | kept | pass | good | of the good ones kept |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ];
}

/** Fits on all marks; the figures are of weights that were fitted without the lesson in question. */
export function fitMarks(lexicon: Lexicon): MarkWeights {
  const tagger = loadTagger();
  const sentences = sentenceMarks().map(({ lesson, mark, bare, text, place }) => ({
    lesson,
    mark,
    bare,
    traits: sentenceTraits({ text, isBare: bare, place }, lexicon, tagger),
    ...ofMark(mark),
  }));
  const meanings = meaningMarks().map(({ lesson, mark, bare, ...told }) => ({
    lesson,
    mark,
    bare,
    traits: meaningTraits({ ...told, isBare: bare }, lexicon, tagger),
    ...ofMark(mark),
  }));
  const questions = questionMarks().map(({ lesson, mark, traits }) => ({
    lesson,
    mark,
    bare: false,
    traits,
    ...ofMark(mark),
  }));
  const tried = [sentences, meanings, questions].map((examples) =>
    leftOut(examples, groups).map((one, at) => ({
      ...one,
      mark: examples[at]?.mark ?? 0,
      isBare: examples[at]?.bare === true,
    })),
  );
  const figures = tried.flatMap((all, at) => {
    const name = ['Sentences', 'Meanings', 'Questions'][at] ?? '';
    const [bare = [], marked = []] = [true, false].map((is) => all.filter(({ isBare }) => isBare === is));
    if (bare.length === 0) return figuresOf(name, marked);
    return [...figuresOf(`${name} with marks`, marked), ...figuresOf(`${name} without marks`, bare)];
  });
  return {
    sentences: shortened(fitTraits(sentences)),
    meanings: shortened(fitTraits(meanings)),
    questions: shortened(fitTraits(questions)),
    ranked: tried.map(ranking),
    figures,
  };
}
