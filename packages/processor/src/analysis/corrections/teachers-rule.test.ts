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
  [
    'Kim: I drink a pill.\nT: You take a pill. We drink tea, but we take pills.\nKim: I take a pill.',
    'We drink tea, but we take pills.',
  ],
  ['Kim: We meet in Monday.\nT: You meet on Monday. We use on for days.\nKim: On Monday.', 'We use on for days.'],
  [
    'Kim: She gave me many informations.\nT: She gave you a lot of information. Information is uncountable too.',
    'Information is uncountable.',
  ],
  ['Kim: I must to go home.\nT: I must go home. No to after must.', 'No to after must.'],
  [
    'Kim: I am interested in paint.\nT: In painting. After a preposition we use i-n-g.',
    'After a preposition we use i-n-g.',
  ],
  [
    'Kim: She wants that I help.\nT: She wants me to help. Want somebody to do something.',
    'Want somebody to do something.',
  ],
  [
    'Kim: Yesterday I have called my brother.\nT: Yesterday I called. I called, because yesterday is finished.\nKim: Yesterday I called my brother.',
    'I called, because yesterday is finished.',
  ],
  [
    'Kim: He says always no to me.\nT: He always says no to you? Always goes before the verb.\nKim: He always says no to me.',
    'Always goes before the verb.',
  ],
  [
    'Kim: It is more small.\nT: It is smaller. With short adjectives we add E-R, and that is it.',
    'With short adjectives we add E-R, and that is it.',
  ],
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
  'Kim: We was happy.\nT: You were happy. Agree is a verb.',
  'Kim: I make mistake.\nT: You make mistakes. Another third conditional.',
])('takes no other remark for a rule: %s', (dialogue) => {
  expect(ruleIn(dialogue)).toBeNull();
});

test("leaves another correction's rule to that one", () => {
  const dialogue =
    'Kim: We meet in Monday.\nT: You meet on Monday.\nKim: And she work there.\nT: She works there. With she the verb takes an s.';
  expect(ruleIn(dialogue)).toBeNull();
});
