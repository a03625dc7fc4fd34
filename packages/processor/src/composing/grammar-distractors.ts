import { nothing } from '@tulkka/shared/grading';
import { plainWord } from '../language/apostrophes.ts';
import { auxiliaries, determiners, isContent, prepositions, subjectPronouns } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { articleChoices } from './article-distractors.ts';
import { bentPieces } from './bent-pieces.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { isNounNumber, nounNumberChoices } from './number-distractors.ts';
import { prepositionDistractors } from './preposition-distractors.ts';
import { slipForms } from './slips/index.ts';
import { impossibleForms, isIllFormed, verbSlot } from './verb-slot.ts';
import { withParticle } from './verb-with-particle.ts';
import { formOf, pluralOf, verbForms } from './word-forms.ts';

const oneWord = (piece: string): boolean => piece !== nothing && !piece.includes(' ');

const beForms = ['am', 'is', 'are'];

function beChoices(right: string, before: readonly string[]): string[] {
  const subject = before.at(-1)?.toLowerCase() ?? '';
  const fitting =
    subject === 'i'
      ? ['am', 'was']
      : /^(?:you|we|they)$/.test(subject)
        ? ['are', 'were']
        : ['is', 'was', 'are', 'were'];
  return [...beForms, 'be', 'have'].filter((form) => form !== right && !fitting.includes(form));
}

function verbChoices(blank: GrammarBlank, lexicon: Lexicon): string[] {
  const right = blank.right.toLowerCase();
  if (oneWord(blank.right)) {
    if (/^(?:am|is|are|was|were)$/.test(right)) return beChoices(right, blank.before);
    const slot = verbSlot(blank.before, lexicon);
    return slot === null ? [] : impossibleForms(right, slot, lexicon);
  }
  const words = right.split(' ');
  const main = words.at(-1) ?? '';
  const lemma = lexicon.lemma(main, 'verb');
  const aux = words[0] ?? '';
  // "new people", "more flexibility": without a helper in front it is no compound tense
  // with its subject in the middle it is a question, which bends in ways of its own
  const isQuestion = words.slice(1, -1).some((word) => subjectPronouns.has(word) || determiners.has(word));
  if (!auxiliaries.has(aux) || isQuestion || !lexicon.partsOfSpeech(lemma).includes('verb')) return [];
  const { base, s, past, participle, ing } = verbForms(lemma);
  // each of these breaks a rule of form, so that no context can save it
  const broken = [
    `${aux} ${base}`,
    lemma === 'be' ? `${aux} ${ing}` : `${aux} ${past}`,
    `${aux} ${s}`,
    `am ${base}`,
    `have ${ing}`,
  ].filter((each) => /^(?:am|is|are|was|were) be$/.test(each) === false && isIllFormed(each.split(' '), lexicon));
  // "I am been", "it have been": "be" in the place of "have", and the other number
  const been: Record<string, string> = {
    has: 'have',
    had: 'was',
    have: /^i$/i.test(blank.before.at(-1) ?? '') ? 'am' : 'are',
  };
  const isBeen = words[1] === 'been' && been[aux] !== undefined;
  const bent = [...broken, ...(aux === 'would' || aux === 'will' ? [`would ${past}`] : [])].filter(
    (each) => each !== right && each !== `have ${participle}`,
  );
  return isBeen ? [[been[aux], ...words.slice(1)].join(' '), ...bent] : bent;
}

/** Words in -ly that no adverb of manner is. */
const notOfAdjective = /^(?:only|early|friendly|lovely|likely|lonely|family|reply|daily|weekly|hardly)$/;

function degreeChoices({ right, wrong, before }: GrammarBlank, lexicon: Lexicon): string[] {
  const main = right.toLowerCase().split(' ').at(-1) ?? '';
  if (right.toLowerCase() === 'too' || right.toLowerCase() === 'very')
    return ['too much', 'very much', 'too many'].filter((each) => each !== wrong);
  if (/er$/.test(main) && lexicon.lemma(main, 'adjective') !== main) {
    const adjective = lexicon.lemma(main, 'adjective');
    return [`more ${main}`, `most ${adjective}`, `more ${adjective}`].filter(
      (each) => each !== wrong && before.at(-1)?.toLowerCase() !== 'more',
    );
  }
  const verb = lexicon.lemma(main, 'verb');
  if (/(?:ed|ing)$/.test(main) && verb !== main)
    return [verb, verbForms(verb).s, ...(main.endsWith('ed') ? [verbForms(verb).ing] : [verbForms(verb).past])];
  if (main.endsWith('ly') && !notOfAdjective.test(main)) {
    const plain = [main.slice(0, -2), main.replace(/ily$/, 'y'), main.replace(/ly$/, 'le')].find((word) =>
      lexicon.partsOfSpeech(word).includes('adjective'),
    );
    return plain === undefined ? [] : [plain, `more ${plain}`, `most ${plain}`];
  }
  return [];
}

/** Orders that put the words where no English sentence has them. */
function orderChoices({ right, wrong }: GrammarBlank, lexicon: Lexicon): string[] {
  const words = right.split(' ');
  const isVerb = (word: string): boolean => lexicon.partsOfSpeech(lexicon.lemma(word, 'verb')).includes('verb');
  const choices = [
    [...words.slice(-1), ...words.slice(0, -1)],
    [...words].reverse(),
    [...words.slice(1, -1), words.at(-1) ?? '', words[0] ?? ''],
  ].map((order) => order.join(' '));
  const usable = choices.filter((each) => each !== right && each.toLowerCase() !== wrong.toLowerCase());
  // a verb in front of its helper or its subject can never be right; an adverb that moves sometimes can
  return words.length === 2
    ? []
    : usable.filter((each) => isVerb(each.split(' ')[0] ?? '') || words.length > 3).slice(0, 2);
}

/**
 * For a wrong word the learner's own is the one sure distractor: any other word might be right too. What completes the
 * choice are both words in forms that cannot stand here.
 */
function wordChoices({ right, wrong, before, after }: GrammarBlank, lexicon: Lexicon): string[] {
  if (!oneWord(right) && oneWord(wrong)) return withParticle(right, before, lexicon);
  if (!oneWord(right) || !oneWord(wrong)) return [];
  const [own, theirs] = [right.toLowerCase(), wrong.toLowerCase()];
  const slot = verbSlot(before, lexicon);
  const isVerb = (word: string): boolean => lexicon.partsOfSpeech(lexicon.lemma(word, 'verb'))[0] === 'verb';
  if (slot !== null && isVerb(own))
    return [
      ...impossibleForms(own, slot, lexicon).slice(0, 1),
      ...(lexicon.partsOfSpeech(lexicon.lemma(theirs, 'verb')).includes('verb')
        ? impossibleForms(theirs, slot, lexicon).slice(0, 1)
        : []),
    ];
  const isDescribing =
    lexicon.partsOfSpeech(own).includes('adjective') &&
    determiners.has(before.at(-1)?.toLowerCase() ?? '') &&
    isContent(after[0]?.toLowerCase() ?? '');
  // between "the" and a noun no adverb can stand
  if (isDescribing) return [own, theirs].map((word) => `${word}ly`).filter((word) => lexicon.isWord(word));
  const [pos] = lexicon.partsOfSpeech(lexicon.lemma(own, 'noun'));
  const determiner = before.at(-1)?.toLowerCase() ?? '';
  // "a", "this" and "every" want one thing, "these" and "many" want several
  if (pos === 'noun' && /^(?:a|an|this|that|every|each|one|another)$/.test(determiner))
    return [own, theirs].map((word) => pluralOf(lexicon.lemma(word, 'noun')));
  if (pos === 'noun' && /^(?:these|those|many|two|three|several|few)$/.test(determiner))
    return [own, theirs].map((word) => lexicon.lemma(word, 'noun'));
  return [];
}

const lightVerbs = ['make', 'do', 'take', 'give', 'put', 'bring'];
/** What each everyday noun of a collocation goes with; the verbs here can never serve as wrong answers before it. */
const partners: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  'homework:do give bring put|notes:take make give bring put|plan:make put bring give take|decision:make take|mistake:make|photo:take make give put bring|photos:take make give put bring|break:take give|shower:take|exam:take do give put|deadline:put|meeting:put|progress:make bring|friends:make bring|money:make take give put bring|noise:make bring|bed:make put|dishes:do take put bring|shopping:do bring put take|sport:do|research:do|risk:take bring|time:take give make put bring|list:make give put bring take|call:make take put|party:give|advice:take give|questions:take|attention:give bring|effort:make put|sense:make|job:do give take|best:do give|appointment:make give'
    .split('|')
    .map((row): [string, Set<string>] => {
      const [noun = '', verbs = ''] = row.split(':');
      return [noun, new Set(verbs.split(' '))];
    }),
);

function collocationChoices(blank: GrammarBlank, lexicon: Lexicon): string[] {
  if (!oneWord(blank.right)) return wordChoices(blank, lexicon);
  const verb = blank.right.toLowerCase();
  const lemma = lexicon.lemma(verb, 'verb');
  const noun = blank.after.map(plainWord).find((word) => partners.has(word));
  if (noun === undefined || !lexicon.partsOfSpeech(lemma).includes('verb')) return wordChoices(blank, lexicon);
  const possible = partners.get(noun);
  const form = formOf(verb, 'verb', lexicon);
  const bent = (light: string): string =>
    form === 'past' || form === 's' || form === 'ing' || form === 'participle' ? verbForms(light)[form] : light;
  const light = lightVerbs.filter((each) => each !== lemma && possible?.has(each) !== true).map(bent);
  return [...light, ...wordChoices(blank, lexicon)];
}

/** "more stronger": only before a comparative is every word of degree but "much" wrong. */
const isMoreTooMuch = ({ wrong, after }: GrammarBlank): boolean =>
  /^more$/i.test(wrong) && /^(?:better|worse|[a-z]{2,}er)$/i.test(after[0] ?? '');

/** Wrong answers for a blank, the learner's own error first; fewer than two mean that the blank cannot be asked. */
export function grammarDistractors(blank: GrammarBlank, lexicon: Lexicon): string[] {
  const right = blank.right.toLowerCase();
  const extra = ((): string[] => {
    const known = blank.order ? slipForms(blank, lexicon) : [];
    if (blank.order) return known.length >= 2 ? known : orderChoices(blank, lexicon);
    if (/^(?:a|an|the)$/.test(right) || (right === nothing && /^(?:a|an|the)$/i.test(blank.wrong)))
      return articleChoices(blank);
    const isPreposition = prepositions.has(right) || (right === nothing && prepositions.has(blank.wrong.toLowerCase()));
    if (isPreposition)
      return prepositionDistractors(right, lexicon.lemma(blank.before.map(plainWord).at(-1) ?? ''), blank.after);
    if (right === nothing) return isMoreTooMuch(blank) ? ['most', 'very'] : [];
    if (isNounNumber(blank, lexicon)) return nounNumberChoices(blank, lexicon);
    switch (blank.category) {
      case 'modifier':
        return degreeChoices(blank, lexicon);
      case 'collocation':
        return collocationChoices(blank, lexicon);
      case 'wordChoice':
        return wordChoices(blank, lexicon);
      default:
        return verbChoices(blank, lexicon);
    }
  })();
  const choices = [blank.wrong, ...extra, ...slipForms(blank, lexicon), ...bentPieces(blank, lexicon)];
  return [...new Set(choices)].filter((choice) => choice !== '' && choice.toLowerCase() !== right);
}
