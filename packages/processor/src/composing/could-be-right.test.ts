import { openLexicon } from '../lexicon/index.ts';
import { couldBeRight, timeCue } from './could-be-right.ts';
import type { GrammarBlank } from './grammar-blank.ts';

const lexicon = openLexicon();
function blank(before: string, wrong: string, right: string, after: string): GrammarBlank {
  const words = (text: string): string[] => (text === '' ? [] : text.split(' '));
  return {
    category: 'tense',
    sentence: `${before} ${right} ${after}`.trim(),
    right,
    wrong,
    before: words(before),
    after: words(after),
    frame: [[], []],
    order: false,
  };
}

test.each([
  ['did you ever been', blank('', 'Did', 'Have', 'you ever been to Oslo')],
  ['for buy', blank('We went out', 'for', 'to', 'buy bread')],
  ['no clause without its verb', blank('I', 'allergic', 'am allergic', 'to nuts')],
  ['no such form', blank('They', 'choosed', 'chose', 'a door')],
  ['a clause without a verb', blank('My painter', 'also', 'is also', 'on the roof')],
  ['a question without a helping verb', blank('Where', 'I', 'do I', 'put the paint?')],
  ['for before a verb', blank('It was too dark', 'for', 'to', 'see the door')],
  ['one thing for many', blank('There', 'was', 'were', 'some doors')],
  ['a plain verb after suggest', blank('He suggested', 'wait', 'waiting', 'outside')],
  ['go without -ing', blank('You can go', 'skis', 'skiing', 'there')],
  ['a time that only one tense fits', blank('We', 'paint', 'painted', 'the door yesterday')],
])('sees that the learner cannot be right: %s', (_name, one) => {
  expect(couldBeRight(one, lexicon)).toBe(false);
});

test.each([
  [blank('They cut down the', 'tree', 'trees', 'near our house'), true],
  [blank('The', 'tree', 'trees', 'are tall'), false],
  [blank('One of the', 'tree', 'trees', 'fell'), false],
  [blank('My', 'feets', 'feet', 'hurt'), false],
  [blank('I have two', 'brother', 'brothers', ''), false],
  [blank('She', 'go', 'goes', 'home'), false],
])('a noun after a word for one and many may be either: %#', (one, either) => {
  expect(couldBeRight({ ...one, category: 'agreement' }, lexicon)).toBe(either);
});

test.each([
  [blank('We', 'wait', 'waited', 'for the painter'), 'It happened in the past.'],
  [blank('We', 'have painted', 'painted', 'the door'), 'It happened at a time that is over.'],
  [blank('I', 'am painting', 'paint', 'doors'), 'It is always or usually so.'],
  [blank('I', 'know', 'have known', 'the painter'), 'It began earlier and goes on until now.'],
  [blank('The painter', 'left', 'had left', 'the house'), 'It happened before something else in the past.'],
])('where both could be right, says what time is meant', (one, cue) => {
  expect(couldBeRight(one, lexicon)).toBe(true);
  expect(timeCue(one, lexicon)?.says).toBe(cue);
});

test.each([
  blank('You', 'should wait', 'have to wait', 'here'),
  blank('We', 'painted', 'were painting', 'the door'),
  blank('They', 'door', 'doors', 'here'),
  blank('She said that she', 'will paint', 'would paint', 'it'),
  blank('The painter', 'promises', 'has promised', 'to come'),
])('says nothing where a few words of time would not settle it', (one) => {
  expect(timeCue(one, lexicon)).toBeNull();
});
