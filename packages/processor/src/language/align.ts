import { expandContraction } from './contractions.ts';
import { sameBase } from './inflection.ts';
import type { Token } from './tokens.ts';
import { isOnlyParticiple } from './verb-forms.ts';
import {
  articles,
  auxiliaries,
  beForms,
  doForms,
  haveForms,
  isContent,
  lightForms,
  modals,
  particles,
  possessives,
  prepositions,
  subjectPronouns,
} from './words.ts';

/** One word as the aligner sees it: contractions opened; `token` is the written word it came from. */
export interface Unit {
  norm: string;
  token: number;
}

/** One step of an alignment; -1 stands for "no word on this side". */
export interface Step {
  wrong: number;
  right: number;
  kind: 'same' | 'person' | 'form' | 'swap' | 'insert' | 'delete';
}

export interface Alignment {
  steps: Step[];
  score: number;
}

/** "he's been" is "he has been"; "he's tired" is "he is tired". */
function isPerfect(tokens: readonly Token[], i: number): boolean {
  for (const next of tokens.slice(i + 1, i + 3)) {
    if (next.lower === 'been' || next.lower === 'got' || isOnlyParticiple(next.lower)) return true;
    if (!['not', 'never', 'always', 'just', 'already', 'ever', 'only'].includes(next.lower)) return false;
  }
  return false;
}

/** Opens the contractions of a row of words. */
export function unitsOf(tokens: readonly Token[]): Unit[] {
  return tokens.flatMap((token, i) => {
    // "six-hour" is compared with "six hours" word by word; spelled letters stay together
    if (/^\p{L}{2,}(?:-\p{L}{2,})+$/u.test(token.lower))
      return token.lower.split('-').map((norm) => ({ norm, token: i }));
    // "the football's on TV": nothing can be owned by what follows
    const follows = tokens[i + 1]?.lower ?? '';
    if (
      /^\p{L}{3,}'s$/u.test(token.lower) &&
      (prepositions.has(follows) || articles.has(follows) || follows === 'not')
    ) {
      const opened = expandContraction(token.lower);
      if (opened.length === 1) return [token.lower.slice(0, -2), 'is'].map((norm) => ({ norm, token: i }));
    }
    const words = expandContraction(token.lower);
    if (
      words.length === 2 &&
      (words[1] === 'is' || words[1] === 'would') &&
      token.lower.includes("'") &&
      isPerfect(tokens, i)
    )
      words[1] = words[1] === 'is' ? 'has' : 'had';
    return words.map((norm) => ({ norm, token: i }));
  });
}

const persons: Record<string, ReadonlySet<string>> = {
  i: new Set(['you']),
  we: new Set(['you']),
  me: new Set(['you']),
  us: new Set(['you']),
  my: new Set(['your']),
  our: new Set(['your']),
  mine: new Set(['yours']),
  myself: new Set(['yourself']),
  you: new Set(['i', 'we', 'me', 'us']),
  your: new Set(['my', 'our']),
  yours: new Set(['mine', 'ours']),
  am: new Set(['are']),
  are: new Set(['am']),
  was: new Set(['were']),
  were: new Set(['was']),
  // whoever is not where the learner is says "there"
  here: new Set(['there']),
};

/** Whether two words differ only because learner and teacher change places: I and you, my and your. */
export function personSwap(a: string, b: string): boolean {
  return Object.hasOwn(persons, a) && persons[a]?.has(b) === true;
}

const groups = [articles, beForms, haveForms, doForms, modals, possessives, new Set(['other', 'another', 'others'])];

function compare(wrong: string, right: string): { score: number; kind: Step['kind'] } {
  if (wrong === right) return { score: isContent(wrong) ? 3 : 2, kind: 'same' };
  if (personSwap(wrong, right)) return { score: 1.8, kind: 'person' };
  const bothContent = isContent(wrong) && isContent(right);
  if (sameBase(wrong, right)) return { score: bothContent ? 2 : 1.2, kind: 'form' };
  for (const group of groups) if (group.has(wrong) && group.has(right)) return { score: 1, kind: 'swap' };
  if (prepositions.has(wrong) && prepositions.has(right)) return { score: 0.8, kind: 'swap' };
  if (particles.has(wrong) && particles.has(right)) return { score: 0.6, kind: 'swap' };
  if (lightForms.has(wrong) && lightForms.has(right)) return { score: -0.3, kind: 'swap' };
  if (right === 'there' && subjectPronouns.has(wrong)) return { score: 0.5, kind: 'swap' };
  if (auxiliaries.has(wrong) && auxiliaries.has(right)) return { score: 0.5, kind: 'swap' };
  if (bothContent) {
    const shared = Math.min(wrong.length, right.length) >= 4 && wrong.slice(0, 4) === right.slice(0, 4);
    return { score: shared ? 0.8 : -0.8, kind: 'swap' };
  }
  return { score: -2.2, kind: 'swap' };
}

const gapCost = (norm: string) => (isContent(norm) ? -1.1 : -0.7);

/**
 * Aligns a teacher's words with the part of the learner's words that they fit best: the learner's ends are free,
 * every word of the teacher's counts.
 */
export function align(wrong: readonly Unit[], right: readonly Unit[]): Alignment {
  const rows = right.length + 1;
  const columns = wrong.length + 1;
  const score = new Float64Array(rows * columns);
  const move = new Uint8Array(rows * columns);
  for (let r = 1; r < rows; r += 1) {
    score[r * columns] = (score[(r - 1) * columns] ?? 0) + gapCost(right[r - 1]?.norm ?? '');
    move[r * columns] = 2;
  }
  for (let r = 1; r < rows; r += 1) {
    const rightWord = right[r - 1]?.norm ?? '';
    for (let w = 1; w < columns; w += 1) {
      const wrongWord = wrong[w - 1]?.norm ?? '';
      const at = r * columns + w;
      const diagonal = (score[at - columns - 1] ?? 0) + compare(wrongWord, rightWord).score;
      const insert = (score[at - columns] ?? 0) + gapCost(rightWord);
      const remove = (score[at - 1] ?? 0) + (r === rows - 1 ? 0 : gapCost(wrongWord));
      const best = Math.max(diagonal, insert, remove);
      score[at] = best;
      move[at] = best === diagonal ? 1 : best === insert ? 2 : 3;
    }
  }
  const steps: Step[] = [];
  let r = rows - 1;
  let w = columns - 1;
  while (r > 0) {
    const step = move[r * columns + w];
    if (step === 1) {
      const kind = compare(wrong[w - 1]?.norm ?? '', right[r - 1]?.norm ?? '').kind;
      steps.push({ wrong: w - 1, right: r - 1, kind });
      r -= 1;
      w -= 1;
    } else if (step === 2) {
      steps.push({ wrong: -1, right: r - 1, kind: 'insert' });
      r -= 1;
    } else {
      // words after the teacher's last one lie outside the aligned part
      if (r < rows - 1) steps.push({ wrong: w - 1, right: -1, kind: 'delete' });
      w -= 1;
    }
  }
  steps.reverse();
  return { steps, score: score[(rows - 1) * columns + columns - 1] ?? 0 };
}
