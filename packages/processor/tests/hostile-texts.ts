import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'));
const words = readFileSync(join(folder, 'index.dic'), 'utf8')
  .split('\n')
  .map((line) => line.split('/')[0] ?? '')
  .filter((word) => /^[a-z]{5,9}$/.test(word));

/** Another word for each number; neighbours have nothing in common. */
const word = (i: number): string => words[(i * 7919) % words.length] ?? '';

/** Pieces said one after another until the text is long enough. */
function grown(piece: (i: number) => string, length: number): string {
  const pieces: string[] = [];
  for (let i = 0, so = 0; so < length; i += 1) {
    const next = piece(i);
    pieces.push(next);
    so += next.length;
  }
  return pieces.join('');
}

/** One piece again and again in the teacher's mouth, as one cue. */
const breath = (piece: string) => (length: number) => `Bob: I like it.\nTeacher Tom: ${grown(() => piece, length)}`;

/** Lines of a dialogue, made of other words each time. */
const dialogue = (lines: (a: string, b: string, c: string) => string) => (length: number) =>
  grown((i) => `${lines(word(3 * i), word(3 * i + 1), word(3 * i + 2))}\n`, length);

const vtt = (body: (length: number) => string) => (length: number) =>
  `WEBVTT\n\n00:01.000 --> 00:02.000\nAnn: Hello there.\n\n00:02.000 --> 00:03.000\n${body(length)}`;

/** Texts that grow in the way that some step might mind: `build(length)` gives about so many characters. */
export const hostileTexts: Record<string, (length: number) => string> = {
  'letters spelled out': breath('A-B-C-D-E-F '),
  'one letter with hyphens': breath('A-'),
  'one letter with two hyphens': breath('a--'),
  'one letter with full stops': breath('a.'),
  'one letter': breath('a '),
  'one letter with commas': breath('a, '),
  'one word': breath('word '),
  'one word without end': breath('a'),
  'one digit without end': breath('1'),
  numbers: breath('12 '),
  'spoken numbers': breath('seven '),
  'spoken tens': breath('twenty '),
  'spoken dots': breath('me dot '),
  'spoken underscores': breath('underscore '),
  'addresses without end': breath('a@b.'),
  'at signs': breath('@'),
  'beginnings of streets': breath('calle de la '),
  'beginnings of passwords': breath('my password for '),
  'beginnings of numbers': breath('passport number is '),
  flats: breath('flat 5 '),
  months: breath('twenty first of may '),
  'towns without codes': breath('Madrid, '),
  'codes of accounts': breath('AB12 '),
  'angle brackets': breath('<'),
  brackets: breath('('),
  'names of marks': breath('[Music] '),
  entities: breath('&amp;'),
  'end marks': breath('?!'),
  spaces: (length) => `Bob: a${' '.repeat(length)}b`,
  'empty lines': (length) => `Bob: hello${'\n'.repeat(length)}Ann: hi`,
  colons: (length) => grown(() => 'a:', length),
  'labels of one line': (length) => grown(() => 'Ana: hi\n', length),
  'other speakers each time': (length) => grown((i) => `Ana B${i}: I like it.\n`, length),
  'voice tags': vtt((length) => grown(() => '<v ', length)),
  'class tags': vtt((length) => grown(() => '<c.a ', length)),
  'cues of one time': vtt((length) => grown((i) => `${word(i)}\n\n00:02.000 --> 00:03.000\n`, length)),
  'text outside cues': vtt((length) => grown(() => 'stray text\n\n', length)),
  'a sentence without end': breath('yesterday I went to the market and '),
  'is it the': breath('is it the '),
  capitals: breath('Ab '),
  definitions: breath('it means that the '),
  'words of another script': breath('你好'),
  'marks over one letter': breath('\u0301'),
  'emoji everywhere': breath('🎉 '),
  'quotes that open and never close': breath('“I said '),
  'quotes within quotes': breath('she said "he said \''),
  'a quote put right by a quote': breath('not "I goed" but "I went", '),
  'quotes of what was said': dialogue((a, b) => `Bob: I ${a} it.\nTeacher Tom: You said "I ${a} it", say "I ${b} it".`),
  'questions for secrets': breath('what is the address and what is '),
  'one correction again and again': dialogue(
    () => 'Bob: Yesterday I go to the market to buy foods.\nTeacher Tom: Yesterday I went to the market to buy food.',
  ),
  'other corrections each time': dialogue(
    (a, b, c) =>
      `Bob: Yesterday she ${a} the ${b}.\nTeacher Tom: Careful, not ${a}, we say ${c} the ${b}. She ${c} the ${b}.`,
  ),
  'other words each time': dialogue((a, b) => `Bob: He go to ${a} by ${b}.\nTeacher Tom: He goes to ${a} by ${b}.`),
  'a definition of every word': dialogue((a, b) => `Bob: Yes.\nTeacher Tom: ${a} means a kind of ${b}.`),
  'every word of the dictionary': (length) => `Bob: hi\nTeacher Tom: ${grown((i) => `${word(i)} `, length)}`,
  'good sentences without end': dialogue(
    (a, b, c) => `Teacher Tom: The ${a} has a very good ${b} in the ${c}.\nBob: I know.`,
  ),
};
