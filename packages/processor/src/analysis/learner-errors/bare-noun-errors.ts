import { prepositions, subjectPronouns } from '../../language/words.ts';
import { countableNouns } from './countable-nouns.ts';
import type { ErrorRule } from './error-rule.ts';
import { words } from './word-lists.ts';

/** Adjectives that learners put before a noun without its article: "We have big presentation". */
const describing = words(
  'bad beautiful better big black blue brown cheap clean cold different difficult easy expensive famous good great green grey happy high hot huge important interesting large little long loud new nice old perfect pretty quick quiet red sad serious short similar small special strange strong tall terrible tiny useful very warm white wonderful wrong yellow young',
);
/** Verbs that take a thing, and forms of "be" before what somebody is. */
const taking = words(
  'am is are was were has have had having want wants wanted need needs needed buy buys bought buying book books booked see saw seen make makes made take takes took use uses used using wear wears wore carry carries find found lost lose loses bring brought eat eats ate write wrote sent send read got watched watch visit visited rent rented broke become became hire hired order ordered choose chose drive drives drove',
);
const standing = words('in with at on for to from about like into near without by under behind after before during');
/** Where a preposition and a bare noun are one expression. */
const fixed: Readonly<Record<string, ReadonlySet<string>>> = {
  by: words(
    'accident app bicycle bike boat book bus camera car computer email horse letter lorry message mistake month motorbike phone plane project scooter ship tram truck van video week year',
  ),
  for: words('example'),
  in: words('answer church class conclusion hospital person place summary town'),
  on: words('board film foot paper phone screen schedule stage target test time topic video watch'),
  at: words('table'),
  from: words('door'),
  without: words('example exam problem question reason result'),
  like: words('film'),
};
const closes = words(
  'and but or so because when if who that which while although than then too also yesterday today tomorrow tonight now there here again please last next every this am is are was were will would can could should must have has had do does did',
);
const oneself = words('i you he she it we they my your his her our their the a an this that');

/** Whether the noun here is the last of its phrase: what follows can be no other noun. */
function endsPhrase(next: string | undefined): boolean {
  return next === undefined || closes.has(next) || prepositions.has(next) || oneself.has(next);
}

/** "team to team", "from door to door", "with knife and fork": nouns in pairs need no article. */
function isPaired(w: readonly string[], i: number): boolean {
  const [noun, link = '', other = ''] = [w[i], w[i + 1], w[i + 2]];
  const isPair = (a = '', b = ''): boolean => a === b || (countableNouns.has(a) && countableNouns.has(b));
  if (/^(?:to|by|and|or|after|for|in)$/.test(link) && isPair(noun, other)) return true;
  return /^(?:to|by|and|or|after|for|in)$/.test(w[i - 1] ?? '') && isPair(noun, w[i - 2]);
}

/** The place of the word that the noun phrase hangs on, adjectives passed over. */
function headOf(w: readonly string[], i: number): number {
  let at = i - 1;
  while (at > 0 && describing.has(w[at] ?? '')) at -= 1;
  return at;
}

/** What a thing is to another: "the heart of the city", "a symbol of hope". */
const partOfAnother = words('heart centre center capital symbol owner result kind type edge bottom author leader');

/** Mistakes with a noun that stands alone where English wants a word before it. */
export const bareNounErrors: readonly ErrorRule[] = [
  {
    rule: 'one of many without an article',
    triggers: [...countableNouns],
    look: (w, i) => {
      if (!endsPhrase(w[i + 1])) return 0;
      const at = headOf(w, i);
      const [head = '', noun = ''] = [w[at], w[i]];
      // "no book", "what book": asked or denied, and right
      if (at < 0 || /^(?:what|which|whose|how|no|not)$/.test(w[at - 1] ?? '')) return 0;
      if (taking.has(head)) {
        // "a book" and "the watch" are nouns themselves; after "is" only what a person is has to be one of many
        const isOther = /^(?:am|is|are|was|were)$/.test(head) && !isPersonal(w, at);
        return isOther || /^(?:a|an|the|my|your|his|her)$/.test(w[at - 1] ?? '') ? 0 : i - at + 1;
      }
      if (!standing.has(head) || isPaired(w, i) || (at === i - 1 && fixed[head]?.has(noun) === true)) return 0;
      // "to plan" is a verb
      return at === i - 1 && head === 'to' && !goes(w[at - 1]) ? 0 : i - at + 1;
    },
  },
  {
    rule: 'going somewhere without to',
    triggers: ['go', 'goes', 'went', 'going', 'gone'],
    look: (w, i) =>
      /^(?:school|work|bed|church|university|hospital|supermarket|beach|airport|cinema|hotel|park|gym|bank|doctor|restaurant)$/.test(
        w[i + 1] ?? '',
      ) && w[i - 1] !== 'the'
        ? 2
        : 0,
  },
  {
    rule: 'heart of without an article',
    triggers: ['is', 'was'],
    look: (w, i) => (partOfAnother.has(w[i + 1] ?? '') && w[i + 2] === 'of' ? 3 : 0),
  },
];

/** "He is doctor": a person before the verb, so that what follows says what the person is. */
function isPersonal(w: readonly string[], at: number): boolean {
  const before = w[at - 1] ?? '';
  return subjectPronouns.has(before) || countableNouns.has(before);
}

function goes(word: string | undefined): boolean {
  return /^(?:go|goes|went|going|gone|come|came|comes|walk|walked|travel|travelled|drove|drive|back|fly|flew)$/.test(
    word ?? '',
  );
}
