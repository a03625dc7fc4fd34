import { type PracticeEvent, practiceEvent } from './practice-event.ts';

const monday = new Date('2026-11-30T08:15:00');
const wish: PracticeEvent = {
  id: 'mia',
  title: 'Practise English',
  url: 'https://x.example',
  time: '17:30',
  minutes: 10,
  easyDays: [],
};
const linesOf = (changes: Partial<PracticeEvent>) => practiceEvent({ ...wish, ...changes }, monday).split('\r\n');

test('reminds every day, from today on, at the time of wherever one is', () => {
  expect(linesOf({})).toEqual(
    expect.arrayContaining([
      'DTSTART:20261130T173000',
      'DURATION:PT10M',
      'RRULE:FREQ=DAILY',
      'UID:practice-mia@tulkka-lessons',
    ]),
  );
});

test('leaves the easy days out, and begins on the first of the others', () => {
  expect(linesOf({ easyDays: [1, 7] })).toEqual(
    expect.arrayContaining(['DTSTART:20261201T173000', 'RRULE:FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA']),
  );
  expect(linesOf({ easyDays: [1, 2, 3, 4, 5, 6, 7] })).toContain('RRULE:FREQ=DAILY');
});

test('a goal of no minutes still has a length, a title its signs, and no line is too long', () => {
  const title = `Английский; слова, фразы ${'очень '.repeat(20)}`;
  const lines = linesOf({ minutes: 0, title });
  expect(lines).toContain('DURATION:PT5M');
  expect(lines.join('\n').replaceAll('\n ', '')).toContain('SUMMARY:Английский\\; слова\\, фразы');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
});
