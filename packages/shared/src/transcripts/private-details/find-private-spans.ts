import { contactRules } from './contact-rules.ts';
import { dateRules } from './date-rules.ts';
import { numberWord } from './number-words.ts';
import { placeRules } from './place-rules.ts';
import type { PrivateSpan } from './private-span.ts';
import { secretRules } from './secret-rules.ts';
import { findSpokenNumbers } from './spoken-numbers.ts';

const rules = [...contactRules, ...secretRules, ...placeRules, ...dateRules];

/** As much around a match as a rule looks at. */
const contextLength = 80;

/** Hardly any sentence holds one of these; without one there is nothing to look for. */
const trigger = new RegExp(
  String.raw`[@\d]|\b(?:${numberWord}|double|dot|underscore|hashtag|asterisk|ampersand|(?:at|dollar) sign|exclamation mark|at [\p{L}\p{N}-]+\.\p{L}+|pass ?(?:word|code)|pin|code|login|user ?name|number|no|iban|street|road|avenue|lane|drive|boulevard|square|crescent|terrace|st|rd|ave|blvd|address|zip|post ?code|flat|apartment|apt|birth ?da(?:y|te)|date of birth|(?:janu|febru)ary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|insta(?:gram)?|telegram|snapchat|tik ?tok|twitter|facebook|skype|whatsapp|discord|linkedin|we ?chat|viber|signal)\b`,
  'iu',
);

/** Finds phone numbers, addresses, passwords and the like, written or spoken, in reading order and without overlaps. */
export function findPrivateSpans(text: string): PrivateSpan[] {
  if (!trigger.test(text)) return [];
  const found = findSpokenNumbers(text);
  for (const { kind, pattern, unless } of rules) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const before = text.slice(Math.max(0, start - contextLength), start);
      if (unless?.(match[0], before, text.slice(end, end + contextLength)) !== true) found.push({ start, end, kind });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: PrivateSpan[] = [];
  for (const span of found) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** Whether a text tells anything private. */
export function isPrivate(text: string): boolean {
  return findPrivateSpans(text).length > 0;
}
