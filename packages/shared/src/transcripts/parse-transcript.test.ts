import { ValidationError } from '../errors/index.ts';
import { parseTranscript } from './index.ts';

const cue = (id: number, text: string, from = id) =>
  `${id}\n00:00:${String(from).padStart(2, '0')}.000 --> 00:00:${String(from + 1).padStart(2, '0')}.500\n${text}\n`;
const vtt = (...texts: string[]) => `WEBVTT\n\n${texts.map((text, i) => cue(i + 1, text)).join('\n')}`;

test('reads cues with their speaker and their times', () => {
  expect(parseTranscript(vtt('Ana Ruiz: Good morning.', 'Ben: Hi!'))).toEqual({
    format: 'vtt',
    speakers: ['Ana Ruiz', 'Ben'],
    cues: [
      { start_ms: 1000, end_ms: 2500, speaker: 'Ana Ruiz', text: 'Good morning.' },
      { start_ms: 2000, end_ms: 3500, speaker: 'Ben', text: 'Hi!' },
    ],
  });
});

test('takes a byte order mark, Windows line ends, missing ids, short times and cue settings', () => {
  const text =
    '\ufeffWEBVTT\r\n\r\n00:01.5 --> 00:02.250 align:start position:0%\r\nAna: One.\r\n\r\n01:02:03,004 --> 01:02:04,000\r\nAna: Two.';
  const { cues } = parseTranscript(text);
  expect(cues.map((each) => [each.start_ms, each.end_ms, each.text])).toEqual([
    [1500, 2250, 'One.'],
    [3_723_004, 3_724_000, 'Two.'],
  ]);
});

test('joins the lines of a cue, decodes entities once and drops markup', () => {
  const text =
    'WEBVTT\n\n1\n00:01.000 --> 00:02.000\nAna: fish &amp; chips,\n<i>please</i> &amp;lt; &#39;now&#39;\u0000\n';
  expect(parseTranscript(text).cues[0]?.text).toBe("fish & chips, please &lt; 'now'");
});

test('reads voice tags and several speakers in one cue', () => {
  const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Ruiz>Hello.</v>\n<v Ben>Hi.</v>\n';
  expect(parseTranscript(text).cues.map((each) => [each.speaker, each.text])).toEqual([
    ['Ana Ruiz', 'Hello.'],
    ['Ben', 'Hi.'],
  ]);
});

test('skips notes, styles and regions', () => {
  const text = `WEBVTT - made by hand\n\nSTYLE\n::cue { color: red }\n\nNOTE\nnot spoken\n\nREGION\nid:x\n\n${cue(1, 'Ana: Spoken.')}`;
  expect(parseTranscript(text).cues.map((each) => each.text)).toEqual(['Spoken.']);
});

test('an arrow or a number in speech is speech', () => {
  expect(parseTranscript(vtt('Ana: go --> come', '2024')).cues.map((each) => each.text)).toEqual([
    'go --> come',
    '2024',
  ]);
});

test('survives an end that was cut off', () => {
  const whole = vtt('Ana: One.', 'Ana: Two.');
  for (const tail of ['\n3', '\n3\n00:00:09.000 --> 00:00', '\n3\n00:00:09.000 --> 00:00:10.000']) {
    expect(
      parseTranscript(whole + tail)
        .cues.map((each) => each.text)
        .slice(0, 2),
    ).toEqual(['One.', 'Two.']);
  }
});

test('a colon inside speech names nobody', () => {
  const { speakers, cues } = parseTranscript(
    vtt(
      'Ana: 10:30 works',
      'Remember: no article.',
      'see https://example.com: it helps',
      'Ana: So the rule is: add an s',
      'Ben: ok',
    ),
  );
  expect(speakers).toEqual(['Ana', 'Ben']);
  expect(cues[1]).toMatchObject({ speaker: null, text: 'Remember: no article.' });
});

test('keeps long names with commas and parentheses', () => {
  const { speakers } = parseTranscript(vtt('Ruiz, Ana (she/her): Hi.', 'Al-Otaibi, Nasser: Hello.', 'Ana 2: Bye.'));
  expect(speakers).toEqual(['Ruiz, Ana (she/her)', 'Al-Otaibi, Nasser', 'Ana 2']);
});

test('captions without labels have no speakers', () => {
  const texts = Array.from({ length: 12 }, (_each, i) => `line number ${i}`);
  expect(parseTranscript(vtt(...texts, 'Question: what is it?')).speakers).toEqual([]);
});

test('reads plain text with and without times', () => {
  const { format, cues } = parseTranscript('[00:00:05] Ana: Hello.\nBen: Hi.\n\nand more');
  expect(format).toBe('text');
  expect(cues).toEqual([
    { start_ms: 5000, end_ms: null, speaker: 'Ana', text: 'Hello.' },
    { start_ms: null, end_ms: null, speaker: 'Ben', text: 'Hi.' },
    { start_ms: null, end_ms: null, speaker: null, text: 'and more' },
  ]);
});

test.each([
  ['', 'empty'],
  ['  \n\u0000 ', 'empty'],
  ['WEBVTT\n\n', 'no cues'],
  ['WEBVTT\n\n1\n00:01.000 --> 00:02.000\n', 'no cues'],
  ['<!DOCTYPE html><html></html>', 'web page'],
  ['{"error": "not found"}', 'JSON'],
  ['a'.repeat(2 * 1024 * 1024 + 1), '2 MB'],
])('refuses %j with a sentence about it', (text, reason) => {
  expect(() => parseTranscript(text)).toThrow(ValidationError);
  expect(() => parseTranscript(text)).toThrow(reason);
});

test('time grows with length, not with its square', () => {
  const time = (cues: number) => {
    const text = vtt(...Array.from({ length: cues }, () => 'Ana: one two three: four'));
    const start = performance.now();
    parseTranscript(text);
    return performance.now() - start;
  };
  time(500);
  // twelve times the text may take forty times as long on a busy machine, but a square would take 144
  expect(time(12_000)).toBeLessThan(Math.max(40 * time(1000), 800));
});
