import { type Explanation, isNoun, wordBefore, wordsAround } from './explanation.ts';

const one: Readonly<Record<string, string>> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  "isn't": "aren't",
  "wasn't": "weren't",
  "hasn't": "haven't",
  "doesn't": "don't",
};
const many = Object.fromEntries(Object.entries(one).map(([single, plural]) => [plural, single]));
const countsAsOne = /^(?:everybody|everyone|nobody|somebody|someone|everything|nothing|something|anybody|anyone)$/;
const irregularPlural = /^(?:people|children|men|women|police|we|you|they|these|those|i)$/;

function ruleOfOne(subject: string, form: string, plural: string): string | null {
  if (countsAsOne.test(subject)) return `“${subject}” counts as one person or thing: “${subject} ${form}”.`;
  if (/^(?:he|she|it)$/.test(subject)) return `He, she and it go with “${form}”; I, you, we and they with “${plural}”.`;
  return `One person or thing (he, she, it), here “${subject}”, goes with “${form}”; several go with “${plural}”.`;
}

/** "the cat have", "he don't", "your friends was": the helping verb fits who or how many it is about. */
export const numberOfHelper: Explanation = {
  name: 'number of the helping verb',
  rule(blank, lexicon) {
    const { right, wrong, before } = wordsAround(blank);
    const [form = '', ...more] = right;
    const [said = '', ...others] = wrong;
    if (more.join(' ') !== others.join(' ') && more.length > 1) return null;
    const subject = wordBefore(before);
    const [plural, single] = [one[form], many[form]];
    if (subject === 'there' && (said === plural || said === single) && said !== undefined)
      return plural === undefined
        ? `Before several things we say “there ${form}”, before one “there ${single}”.`
        : `Before one thing we say “there ${form}”, before several “there ${plural}”.`;
    if (
      subject === '' ||
      (!irregularPlural.test(subject) &&
        !/^(?:he|she|it)$/.test(subject) &&
        !countsAsOne.test(subject) &&
        !isNoun(subject, lexicon))
    )
      return null;
    const isSeveral =
      irregularPlural.test(subject) || (isNoun(subject, lexicon) && lexicon.lemma(subject, 'noun') !== subject);
    if (plural !== undefined && said === plural) return isSeveral ? null : ruleOfOne(subject, form, plural);
    if (single === undefined || said !== single || !isSeveral) return null;
    return `“${subject === 'i' ? 'I' : subject}” goes with “${form}”; only he, she, it and one thing go with “${single}”.`;
  },
  examples: {
    explains: [
      [['The cat', 'have', 'has', 'a tail'], 'here “cat”'],
      [['He', "don't like", "doesn't like", 'fish'], "He, she and it go with “doesn't”"],
      [['Your friends', 'was', 'were', 'sad'], '“friends” goes with “were”'],
      [['Everybody', 'were', 'was', 'late'], 'counts as one'],
      [['There', 'was', 'were', 'some problems'], 'several things'],
    ],
    leaves: [
      ['We', 'have', 'had', 'a cat'],
      ['It', 'is', 'was', 'cold'],
    ],
  },
};
