import { hasLearnerError } from './find-learner-errors.ts';

const words = (text: string) => text.toLowerCase().split(' ');

test.each([
  "I didn't went there",
  'have you ever ate sushi',
  'he must to work',
  'she can sings well',
  'I am agree with you',
  'she work in a bank',
  'we was at home',
  'I have seen him yesterday',
  'I live here since five years',
  'I want go home',
  'I enjoy to read books',
  'I look forward to see you',
  'I am knowing the answer',
  'if I will have time I call you',
  'it is more cheaper',
  'this is too much expensive',
  'he has a umbrella',
  'I have many friend here',
  'one of my friend called',
  'I need an advice',
  'how many water do you drink',
  'the most of people agree',
  'we discussed about the plan',
  'I listen music every day',
  'we meet on next friday',
  'what I should do',
  'he married with a doctor',
  'please put off it',
  'she suggested me to wait',
  'he left without say goodbye',
  'I payed the bill',
  'my flat has not a balcony',
  'my feets hurt',
  'is too far for me',
])('notices %j', (text) => {
  expect(hasLearnerError(words(text))).toBe(true);
});

test.each([
  "I didn't go there",
  'have you ever eaten sushi',
  'does he work in a bank',
  'let her go home',
  'I have lived here since 2010',
  'I want to go home',
  'it is much cheaper than the other one',
  'he has an umbrella and a uniform',
  'one of my friends called',
  'the most important thing is time',
  'we are looking to buy a house',
  'he is good in the mornings',
  'I saw him yesterday',
  'ask him if he will come',
  'we put it off until friday',
  'she made him work late',
  'he left without saying goodbye',
  'I kind of want to go',
  'my flat has not been painted',
  'is it too far for you',
])('lets %j pass', (text) => {
  expect(hasLearnerError(words(text))).toBe(false);
});
