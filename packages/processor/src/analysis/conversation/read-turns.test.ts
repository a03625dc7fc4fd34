import { transcriptOf } from '../../../tests/dialogue.ts';
import { quoteOf, readTurns } from './read-turns.ts';

test('joins the cues of one speaker and restores sentences across them', () => {
  const turns = readTurns(transcriptOf('T: Today we talk about\nT: your daily routine. Ready?\nKim: Yes.'));
  expect(turns.map((turn) => turn.text)).toEqual(['Today we talk about your daily routine. Ready?', 'Yes.']);
  expect(turns[0]?.sentences.map((sentence) => sentence.raw)).toEqual([
    'Today we talk about your daily routine.',
    'Ready?',
  ]);
});

test('reads a doubled cue once and never quotes across it', () => {
  const [turn] = readTurns(
    transcriptOf('T: We wait for\nT: We wait for\nT: the late bus.\nT: the late bus.\nKim: Yes.'),
  );
  expect(turn?.text).toBe('We wait for the late bus.');
  const quote = turn === undefined ? '' : quoteOf(turn, 0, turn.text.length);
  expect(['We wait for', 'the late bus.']).toContain(quote);
});

test('a cue without a label belongs to the speaker before it', () => {
  const transcript = transcriptOf('T: Hello there.\nand welcome back.\nKim: Hi.');
  expect(readTurns(transcript).map((turn) => turn.text)).toEqual(['Hello there. and welcome back.', 'Hi.']);
});
