import { namesItsForm } from './named-forms.ts';

test.each([
  ['So it is past simple.', 'we have met him', 'we met him'],
  ['Since March, so present perfect.', 'I know him', 'I have known him'],
  ['Plus i-n-g.', 'enjoy to dance', 'enjoy dancing'],
  ['Uncountable.', 'many furnitures', 'a lot of furniture'],
  ['One of plus plural.', 'one of my cousin', 'one of my cousins'],
  ['It needs the base form.', 'must to sleep', 'must sleep'],
])('"%s" names the form of %s → %s', (text, wrong, right) => {
  expect(namesItsForm(text, { wrong, right })).toBe(true);
});

test.each([
  ['Another third conditional.', 'make mistake', 'make mistakes', false],
  ['Plural S.', 'she sing', 'he sang', false],
  ['We say on for days.', 'in Monday', 'on Monday', null],
])('"%s" does not name the form of %s → %s', (text, wrong, right, expected) => {
  expect(namesItsForm(text, { wrong, right })).toBe(expected);
});
