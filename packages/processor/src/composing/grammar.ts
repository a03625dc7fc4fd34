import { fillBlank, foldAlike, foldedWords, type GrammarQuestion } from '@tulkka/shared/exercises';
import { nothing } from '@tulkka/shared/grading';
import { type Random, shuffled } from '@tulkka/shared/random';
import { isRuleOf } from '../analysis/corrections/teachers-rule.ts';
import { auxiliaries, isContent, questionWords } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { markOfQuestion } from '../marking/marking.ts';
import type { AskedCorrection } from '../marking/question-traits.ts';
import { couldBeRight, timeCue } from './could-be-right.ts';
import { cutBlank } from './cut-blank.ts';
import { difficultyFrom, hardnessOf } from './difficulty.ts';
import { explainCorrection } from './explain-correction.ts';
import { irregularFormsOf } from './explaining/index.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { grammarDistractors } from './grammar-distractors.ts';
import { alsoSaid, knownPhrase } from './known-phrase.ts';
import type { Composed, CorrectionMaterial, Material } from './material.ts';
import { differences, openTokens } from './minimal-difference.ts';
import { withNames } from './proper-names.ts';
import { isRightToo } from './right-too.ts';
import { cardFor } from './rule-cards.ts';
import { slipRule } from './slips/index.ts';

const mostOptions = 4;
const fewestOthers = 2;
/** How likely a teacher must let a question pass, where something was explained and where it passed by. */
const likely = { explained: 0.35, recast: 0.5 };
const refusedReason = 'Teachers refuse most questions like it.';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a word has its capital from standing first alone; names keep theirs. */
const wearsCapitalAtHead = (word: string): boolean =>
  word !== 'I' && (!isContent(word.toLowerCase()) || /^(?:last|next)$/i.test(word));

/**
 * An option as the learner sees it: the piece with the neighbours that the blank took in. At the head of the sentence
 * all options wear a capital; elsewhere only what wears one in the sentence.
 */
function framed(piece: string, { frame, before, right }: GrammarBlank): string {
  const isHead = before.length === frame[0].length;
  const bare =
    /^\p{Lu}/u.test(right) && !isHead ? piece : piece.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  const behind =
    isHead && frame[0].length === 0 && piece !== nothing
      ? frame[1].map((word) => (wearsCapitalAtHead(word) ? word.toLowerCase() : word))
      : frame[1];
  const whole = [...frame[0], ...(piece === nothing ? [] : [bare]), ...behind].join(' ');
  return withNames(isHead ? capitalised(whole) : whole);
}

/** How few words may be left of the sentence: one where a question begins with it and the blank holds its verb. */
function leavesEnough({ sentence, right }: GrammarBlank): boolean {
  const left = foldedWords(sentence).filter((word) => !/^_+$/.test(word));
  if (left.length >= 2) return true;
  const [first = ''] = left;
  return questionWords.has(first) && /\?$/.test(sentence) && auxiliaries.has(right.split(' ')[0]?.toLowerCase() ?? '');
}

/** Answers beside the right one: those of the card first, none of which makes a sentence that is right as well. */
function otherAnswers(
  blank: GrammarBlank,
  whole: string,
  offered: readonly string[],
  known: ReadonlySet<string>,
  lexicon: Lexicon,
): string[] {
  const seen = new Set([foldAlike(framed(blank.right, blank))]);
  const [own, ...others] = grammarDistractors(blank, lexicon);
  return [own ?? blank.wrong, ...offered, ...others]
    .map((choice) => framed(choice, blank))
    .filter((choice) => {
      const alike = foldAlike(choice);
      const filled = fillBlank(blank.sentence, choice);
      if (choice === '' || seen.has(alike) || known.has(foldAlike(filled))) return false;
      if (isRightToo(whole, filled, lexicon)) return false;
      seen.add(alike);
      return true;
    });
}

/** The teacher's rule, where it is about the piece that is asked and not about something else in the same correction. */
function teachersRuleFor(blank: GrammarBlank, { wrong, right, rule }: CorrectionMaterial): string | null {
  if (rule === null || differences(openTokens(wrong), openTokens(right)).length < 2) return rule;
  const said = (piece: string): string => (piece === nothing ? '' : piece);
  const change = { wrong: said(blank.wrong), right: said(blank.right), category: blank.category };
  return isRuleOf(rule, change) ? rule : null;
}

function compose(
  correction: CorrectionMaterial,
  known: ReadonlySet<string>,
  lexicon: Lexicon,
  random: Random,
): GrammarQuestion | string {
  const narrow = cutBlank(correction, lexicon);
  if (typeof narrow === 'string') return narrow;
  const whole = fillBlank(narrow.sentence, framed(narrow.right, narrow));
  if (foldedWords(whole).length < 4) return 'The sentence is too short to ask in.';
  // "at the university" is good English too: without the teacher's word for it nobody can say that it was wrong
  if (narrow.right === nothing && /^the$/i.test(narrow.wrong) && !correction.explicit)
    return 'Without the talk around it the learner’s version could be right too.';
  const card = cardFor(narrow);
  const phrase = knownPhrase(correction);
  const isOpen = card?.never !== true && couldBeRight({ ...narrow, sentence: whole }, lexicon);
  const cue = isOpen ? timeCue(narrow, lexicon) : null;
  if (isOpen && cue === null) return 'Without the talk around it the learner’s version could be right too.';
  const asked = [narrow, cutBlank(correction, lexicon, true)]
    .filter((blank) => typeof blank !== 'string')
    .filter(leavesEnough)
    .map((blank) => ({
      blank,
      choices: otherAnswers(
        blank,
        whole,
        [...alsoSaid(phrase, blank.wrong), ...(blank === narrow ? (card?.options ?? []) : [])],
        known,
        lexicon,
      ),
    }));
  if (asked.length === 0) return 'Too little of the sentence would be left beside the blank.';
  const chosen = asked.find(({ choices }) => choices.length >= fewestOthers);
  if (chosen === undefined) return 'There are not two more answers that are tempting and surely wrong.';
  const { blank, choices } = chosen;
  const answer = framed(blank.right, blank);
  const ownRule =
    irregularFormsOf(narrow, lexicon) ??
    card?.rule ??
    phrase?.why ??
    slipRule(narrow, lexicon) ??
    slipRule(blank, lexicon) ??
    cue?.rule ??
    null;
  const rules = { teachers: teachersRuleFor(narrow, correction), known: ownRule };
  const { hint, explanation } = explainCorrection(narrow, correction, rules, lexicon);
  return {
    question: cue === null ? blank.sentence : `${blank.sentence} (${cue.says})`,
    options: shuffled([answer, ...choices.slice(0, mostOptions - 1)], random),
    correct_answer: answer,
    category: blank.category,
    hint,
    explanation,
    difficulty: difficultyFrom(
      hardnessOf(whole, lexicon) + (blank.category === 'conditional' || blank.category === 'parallelism' ? 1 : 0),
    ),
    source_quote: correction.sentence?.quote ?? correction.quote,
  };
}

/** One question of each category before a second of any: the learner meets every kind of mistake of the lesson. */
function inTurns(items: readonly GrammarQuestion[]): GrammarQuestion[] {
  const rows = new Map<string, GrammarQuestion[]>();
  for (const item of items) rows.set(item.category, [...(rows.get(item.category) ?? []), item]);
  const result: GrammarQuestion[] = [];
  for (let round = 0; result.length < items.length; round += 1) {
    for (const row of rows.values()) {
      const item = row[round];
      if (item !== undefined) result.push(item);
    }
  }
  return result;
}

/** Sentences that are right, beside the corrected ones: no other option may make one of them. */
const knownSentences = (material: Material): ReadonlySet<string> =>
  new Set(
    [
      ...material.sentences.map((sentence) => sentence.text),
      ...material.corrections.flatMap((one) => (one.sentence === null ? [] : [one.sentence.text])),
    ].map(foldAlike),
  );

/** One question from a correction; else why there is none. */
export function composeQuestion(
  correction: CorrectionMaterial,
  material: Material,
  lexicon: Lexicon,
  random: Random,
): GrammarQuestion | string {
  return compose(correction, knownSentences(material), lexicon, random);
}

/** A question with what can be seen of it, as teachers' marks are weighed. */
export const askedFrom = (correction: CorrectionMaterial, question: GrammarQuestion): AskedCorrection => ({
  question,
  wrong: correction.wrong,
  right: correction.right,
  explicit: correction.explicit,
  isTeachersRule: correction.rule !== null && question.explanation.startsWith(withNames(correction.rule)),
  found: correction.found ?? null,
  sentence: correction.likely ?? 0,
});

/** Where the lesson is known that it comes from, a question that teachers would probably refuse is not asked. */
const isRefused = (correction: CorrectionMaterial, question: GrammarQuestion): boolean =>
  correction.likely !== undefined &&
  markOfQuestion(askedFrom(correction, question)) < (correction.explicit ? likely.explained : likely.recast);

/** Grammar questions from what was corrected. */
export function composeGrammar(material: Material, lexicon: Lexicon, random: Random): Composed<GrammarQuestion> {
  const known = knownSentences(material);
  const [named, recast]: [GrammarQuestion[], GrammarQuestion[]] = [[], []];
  const unused: Composed<GrammarQuestion>['unused'] = [];
  for (const correction of material.corrections) {
    const item = compose(correction, known, lexicon, random);
    const reason = typeof item === 'string' ? item : isRefused(correction, item) ? refusedReason : null;
    if (typeof item === 'string' || reason !== null)
      unused.push({ kind: 'grammar', what: `${correction.wrong} → ${correction.right}`, reason: reason ?? '' });
    else (correction.explicit ? named : recast).push(item);
  }
  // what the teacher stopped for comes first
  return { items: [...inTurns(named), ...inTurns(recast)], unused };
}
