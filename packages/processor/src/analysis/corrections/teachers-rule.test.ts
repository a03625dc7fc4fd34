import { lessonOf } from '../../../tests/dialogue.ts';
import { teachersRule } from './teachers-rule.ts';

/** The rule of the first correction of a dialogue. */
function ruleIn(dialogue: string): string | null | undefined {
  const lesson = lessonOf(`T: Great. Today we talk about your week. Tell me about it.\n${dialogue}`);
  const [first] = lesson.corrections;
  const spoken = lesson.turns.flatMap((turn) => turn.sentences);
  return first && teachersRule(first, lesson.corrections, spoken, new Set(lesson.people));
}

test.each([
  [
    "Kim: I didn't bought the tickets.\nT: You didn't buy the tickets. And after didn't comes the base form.",
    "After didn't comes the base form.",
  ],
  ['Kim: We meet in Monday.\nT: You meet on Monday. We use on for days.\nKim: On Monday.', 'We use on for days.'],
  [
    'Kim: She gave me many informations.\nT: She gave you a lot of information. Information is uncountable too.',
    'Information is uncountable.',
  ],
  ['Kim: I must to go home.\nT: I must go home. No to after must.', 'No to after must.'],
  [
    [
      'Kim: In the kitchen was nobody at all.',
      'T: And then?',
      'Kim: We called.',
      'T: Who?',
      'Kim: My aunt.',
      'T: Okay.',
      'Kim: She came.',
      'T: And did she help?',
      'Kim: A bit.',
      'T: I wrote down a few things. In the kitchen was nobody. With places we need there. There was nobody in the kitchen.',
      'Kim: There was nobody in the kitchen.',
    ].join('\n'),
    'With places we need there.',
  ],
])('finds the rule that the teacher said: %s', (dialogue, rule) => {
  expect(ruleIn(dialogue)).toBe(rule);
});

test.each([
  'Kim: We meet in Monday.\nT: You meet on Monday. And what do you do in the evening?',
  'Kim: We meet in Monday.\nT: You meet on Monday. I like Mondays because I need no alarm.',
  'Kim: I must to go home.\nT: I must go home. You said that before.',
])('takes no other remark for a rule: %s', (dialogue) => {
  expect(ruleIn(dialogue)).toBeNull();
});

test("leaves another correction's rule to that one", () => {
  const dialogue =
    'Kim: We meet in Monday.\nT: You meet on Monday.\nKim: And she work there.\nT: She works there. With she the verb takes an s.';
  expect(ruleIn(dialogue)).toBeNull();
});
