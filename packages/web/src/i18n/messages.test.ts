import { languageCodes, languages } from './languages.ts';
import { format, type Message, numbersOf, placeholdersOf } from './message.ts';

type Catalogue = Readonly<Record<string, Readonly<Record<string, Message>>>>;

const entries = (catalogue: Catalogue): [string, Message][] =>
  Object.entries(catalogue).flatMap(([area, texts]) =>
    Object.entries(texts).map(([name, message]): [string, Message] => [`${area}.${name}`, message]),
  );

describe.each(languageCodes)('%s', (language) => {
  let spoken: Map<string, Message>;
  let english: Map<string, Message>;
  beforeAll(async () => {
    spoken = new Map(entries(await languages[language].load()));
    english = new Map(entries(await languages.en.load()));
  });

  test('says everything, and nothing twice as something else', () => {
    expect([...spoken.keys()].sort()).toEqual([...english.keys()].sort());
    const empty = [...spoken].filter(([, message]) =>
      [message].flatMap((m) => (typeof m === 'string' ? m : Object.values(m))).some((text) => text.trim() === ''),
    );
    expect(empty).toEqual([]);
  });

  test('keeps the placeholders of English', () => {
    for (const [key, message] of english) {
      const other = spoken.get(key);
      expect([key, other && [...placeholdersOf(other)].sort()]).toEqual([key, [...placeholdersOf(message)].sort()]);
    }
  });

  test('has a form for each number that the language tells apart', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of spoken) {
      if (typeof message === 'string') continue;
      expect([key, Object.keys(message).sort()]).toEqual([key, [...categories].sort()]);
    }
  });
});

test('numbers in a message are written as the language writes them', () => {
  expect(format({ one: '{count} thing', other: '{count} things' }, numbersOf('en'), { count: 1200 })).toBe(
    '1,200 things',
  );
  expect(format({ one: '{count} thing', other: '{count} things' }, numbersOf('en'), { count: 1 })).toBe('1 thing');
  expect(format('{name} stays', numbersOf('en'), { other: 'x' })).toBe('{name} stays');
});

test.each(languageCodes)('%s writes small numbers as Intl does, which is not asked for them', (language) => {
  const { write } = numbersOf(language);
  const numbers = [0, 7, 12, 999, 1000, 1234567, 0.5, -3];
  expect(numbers.map(write)).toEqual(numbers.map((number) => new Intl.NumberFormat(language).format(number)));
});
