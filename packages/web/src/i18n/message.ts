/** A text in each form that a number asks for in its language. */
export type Plural = { readonly other: string } & { readonly [form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string };

/** A text with `{placeholders}`; with forms, the placeholder `{count}` chooses among them. */
export type Message = string | Plural;

/** What is put into placeholders. Numbers are written as the language writes them. */
export type Values = Readonly<Record<string, string | number>>;

const placeholder = /\{(\w+)\}/g;

/** Languages that are written with other digits in some countries, or in some browsers. */
const ownDigits = /^ar/;

/** How a language writes numbers, and which form they ask for; made once, for a desk says hundreds of them. */
export interface Numbers {
  write(count: number): string;
  formOf(count: number): Intl.LDMLPluralRule;
}

/** Whole numbers below this have nothing that a language would write in its own way: no groups, no fraction. */
const plainBelow = 1000;

/** The numbers of a language; what they are written with is looked for when one comes that needs it: that takes long. */
export function numbersOf(language: string): Numbers {
  let digits: Intl.NumberFormat | undefined;
  let forms: Intl.PluralRules | undefined;
  return {
    write: (count) => {
      if (Number.isInteger(count) && count >= 0 && count < plainBelow && !ownDigits.test(language))
        return String(count);
      digits ??= new Intl.NumberFormat(language);
      return digits.format(count);
    },
    formOf: (count) => {
      forms ??= new Intl.PluralRules(language);
      return forms.select(count);
    },
  };
}

/** The form of a message for a count. */
export function chooseForm(message: Message, numbers: Numbers, count: unknown): string {
  if (typeof message === 'string') return message;
  if (typeof count !== 'number') return message.other;
  return message[numbers.formOf(count)] ?? message.other;
}

/** A message with its values put in. */
export function format(message: Message, numbers: Numbers, values: Values = {}): string {
  return chooseForm(message, numbers, values.count).replaceAll(placeholder, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers.write(value) : value;
  });
}

/** A message cut at its placeholders: text, name, text, name, …, text. */
export const splitAtPlaceholders = (text: string): string[] => text.split(placeholder);

/** The names of the placeholders of a message, over all its forms. */
export function placeholdersOf(message: Message): Set<string> {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  return new Set(texts.flatMap((text) => [...text.matchAll(placeholder)].flatMap(([, name]) => name ?? [])));
}
