import { readdirSync } from 'node:fs';
import type { Correction } from '@tulkka/shared/exercises';
import { gates, mayShow } from './index.ts';

const correction = (wrong: string, right: string): Correction => ({
  wrong,
  right,
  category: 'article',
  explicit: true,
  quote: right,
});
const conversation = {
  spoken: [],
  corrections: [correction('Penguin', 'A penguin'), correction('too much high', 'too high')],
};
const asked = (text: string) => ({ text, quote: text });

describe('the gates that a sentence passes before it is shown', () => {
  it('are the files of the folder', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => !/^(?:index|gate|gates\.test)\.ts$/.test(file));
    expect(gates.map(({ name }) => `${name.replaceAll(' ', '-')}.ts`).sort()).toEqual(files.sort());
  });

  it.each(gates.flatMap((gate) => gate.examples.stops.map((text) => [gate.name, text] as const)))(
    '%s stops: %s',
    (name, text) => {
      const gate = gates.find((each) => each.name === name);
      expect(gate?.stops(asked(text), conversation)).toBe(true);
    },
  );

  it.each(gates.flatMap((gate) => gate.examples.passes.map((text) => [gate.name, text] as const)))(
    '%s lets pass: %s',
    (name, text) => {
      const gate = gates.find((each) => each.name === name);
      expect(gate?.stops(asked(text), conversation)).toBe(false);
    },
  );

  it('shows what no gate stops', () => {
    expect(mayShow(asked('We could meet you halfway.'), conversation)).toBeNull();
  });
});
