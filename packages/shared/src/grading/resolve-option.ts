import { UnreadableAnswer } from './given-answer.ts';
import { foldedText, plainApostrophes } from './text-forms.ts';

/** The option that means "nothing belongs here", and what learners type for it. */
export const nothing = '—';
const nothingTyped: readonly string[] = ['', '-', '–', nothing];

/**
 * The option that an index or a text means, or the text itself when it is no option. Options may differ in nothing but a
 * mark or a capital, so the exact text comes first and only then what may be forgiven.
 */
export function resolveOption(options: readonly string[], given: string | number): string {
  if (typeof given === 'number') {
    const option = options[given];
    if (option !== undefined) return option;
    throw new UnreadableAnswer(`is an option's index from 0 to ${options.length - 1}, or its text`);
  }
  const text = given.trim();
  const matches = [
    (option: string) => option === text,
    (option: string) => option === nothing && nothingTyped.includes(text),
    (option: string) => option.toLowerCase() === text.toLowerCase(),
    (option: string) => plainApostrophes(option) === plainApostrophes(text),
    (option: string) => foldedText(option) === foldedText(text),
  ];
  for (const matching of matches) {
    const option = options.find(matching);
    if (option !== undefined) return option;
  }
  return text;
}
