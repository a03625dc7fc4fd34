import { tokenise } from '../../language/tokens.ts';
import { articles, auxiliaries, objectPronouns, prepositions, subjectPronouns } from '../../language/words.ts';
import { namesAMistake } from '../conversation/moves/names-a-mistake.ts';

/** What a teacher says about a mistake besides mending it. */
export interface Markers {
  /** The teacher stopped for the mistake. */
  explicit: boolean;
  /** Little words that the teacher wants out: "without on", "no the", "leave out in". */
  omit: ReadonlySet<string>;
  /** Little words that the teacher wants in: "with a", "you need am". */
  add: ReadonlySet<string>;
}

const reflexive = /^(?:my|your|him|her|it|our|them)sel(?:f|ves)$/;

const omitting =
  /\b(?:without|drop|skip|leave out|omit|remove|don't need|no need for|no|not|take out|cut|delete|never)\s+(?:the word |the |an? )?([\p{L}']+)(?=\s*(?:[.,!?;]|$|before|after|here|there|with|for|in\b|plus|at the end|just|no\b))/giu;

const adding =
  /\b(?:with|need|needs|add|put|missing|forgot|forget|plus|use|say|because of)\s+(?:the word |the little |the |a |an |verb )?([\p{L}']+)(?=\s*(?:[.,!?;]|$|before|after|here|there|with|in front|in\b|not))/giu;

function littleWords(text: string, pattern: RegExp): Set<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(pattern)) {
    const whole = match[0].toLowerCase();
    const last = (match[1] ?? '').toLowerCase();
    if (
      articles.has(last) ||
      prepositions.has(last) ||
      auxiliaries.has(last) ||
      last === 'to' ||
      last === 'more' ||
      last === 'much' ||
      last === 'up' ||
      (last === 'it' && /^(?:needs?|add|put|missing|forg[eo]t)\b/.test(whole)) ||
      ((objectPronouns.has(last) || subjectPronouns.has(last) || reflexive.test(last)) &&
        /^(?:without|no|drop|not)\b/.test(whole))
    )
      found.add(last);
    // "without a", "no the": the article is the word itself
    for (const token of tokenise(whole))
      if (articles.has(token.lower) && whole.endsWith(token.lower)) found.add(token.lower);
  }
  return found;
}

/** Reads what a teacher says around a correction. */
export function readMarkers(text: string): Markers {
  return { explicit: namesAMistake.isIn(text), omit: littleWords(text, omitting), add: littleWords(text, adding) };
}
