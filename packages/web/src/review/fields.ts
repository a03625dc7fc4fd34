import type { AnyItem, DraftItem, Kind } from './draft.ts';

/** A field that a teacher may change: a line, a longer text, or one thing a line. */
export interface Field {
  name: string;
  shape: 'line' | 'text' | 'lines';
}

const line = (name: string): Field => ({ name, shape: 'line' });
const text = (name: string): Field => ({ name, shape: 'text' });
const lines = (name: string): Field => ({ name, shape: 'lines' });

/** What can be changed of each kind; what stands in the lesson stays. */
export const fieldsOf: Readonly<Record<Kind, readonly Field[]>> = {
  flashcards: [line('word'), text('definition'), line('translation'), line('picture'), text('example_sentence')],
  spelling: [line('word'), text('sample_sentence'), text('hint')],
  fill_in_blank: [text('sentence'), lines('options'), line('correct_answer'), text('explanation'), text('hint')],
  grammar: [text('question'), lines('options'), line('correct_answer'), text('explanation'), text('hint')],
  sentence_builder: [text('english_sentence'), line('translation'), lines('distractors'), text('hint')],
};

/** A field's value as it is typed. */
export function readField(item: AnyItem, { name }: Field): string {
  const value = Object.entries(item).find(([key]) => key === name)?.[1];
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' ? value : '';
}

/** An item with what was typed. A sentence that was changed is cut into words anew. */
export function writeFields({ kind, item }: DraftItem, typed: Readonly<Record<string, string>>): AnyItem {
  const changed: Record<string, unknown> = { ...item };
  for (const { name, shape } of fieldsOf[kind]) {
    const value = (typed[name] ?? '').trim();
    if (shape === 'lines')
      changed[name] = value
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== '');
    else if (name === 'translation') changed[name] = value === '' ? null : value;
    else if (name === 'picture' && (value !== '' || changed[name])) changed[name] = value === '' ? null : value;
    else if (name === 'picture') continue;
    else changed[name] = value;
  }
  if (kind === 'sentence_builder' && changed.english_sentence !== item.english_sentence) {
    const tokens = wordsOf(String(changed.english_sentence));
    changed.sentence_tokens = tokens;
    changed.accepted_sequences = [tokens];
  }
  // The fields are those of the kind; the API checks every one of them.
  return changed as unknown as AnyItem;
}

/** A sentence as words to put in order: no final mark, no capital that gives the first word away. */
function wordsOf(sentence: string): string[] {
  const words = sentence
    .trim()
    .replace(/[.!?…]+$/u, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  return [/^I(?:['’]|$)/.test(first) ? first : first.charAt(0).toLowerCase() + first.slice(1), ...rest];
}
