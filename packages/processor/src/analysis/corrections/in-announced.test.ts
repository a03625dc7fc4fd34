import { correctionsOf } from '../../../tests/dialogue.ts';

const opening = 'T: Great. Today we are going to talk about your week. Tell me about it.\n';
const talk = 'T: Was it nice?\nKim: It was nice and cold.\nT: And after that?\nKim: We slept.\nT: I see.\nKim: Yes.\n';
const found = (dialogue: string) => correctionsOf(opening + dialogue);

test.each([
  ["T: Here's my list. He was very hungry. We'd say he was starving.", 'he was starving'],
  ["T: Here's my list. He was very hungry. In English that's ravenous, a lovely word.", 'ravenous'],
  ["T: Here's my list. He was very hungry. An English speaker would say he was famished.", 'he was famished'],
])('takes what %j announces instead of the quoted words', (feedback, right) => {
  expect(found(`Kim: He was very hungry.\n${talk}${feedback}\nKim: Okay.`).join()).toContain(right);
});

test.each([
  ["T: Here's my list. He was very hungry. I'd say that was perfect."],
  ["T: Here's my list. He was very hungry. Why was that?"],
])('takes nothing from %j', (feedback) => {
  expect(found(`Kim: He was very hungry.\n${talk}${feedback}\nKim: Okay.`)).toEqual([]);
});
