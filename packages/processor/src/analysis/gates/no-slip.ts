import { wordsOf } from '../../language/tokens.ts';
import { hasLearnerError } from '../learner-errors/find-learner-errors.ts';
import type { Gate } from './gate.ts';

/** What nobody put right may be wrong all the same, and a teacher says a learner's words again without a mark. */
export const noSlip: Gate = {
  name: 'no slip',
  says: 'It holds a mistake that learners are known for.',
  stops: ({ text }) => hasLearnerError(wordsOf(text)),
  examples: {
    stops: [
      'I like to play in team.',
      'She coughs from Monday.',
      'My sister had cast last winter.',
      'Your luggage are too heavy.',
      'We have big exhibition and small concert.',
      'We live here for six years.',
      'Her son is four years.',
      'The waiter want a tip.',
      'My aunt never answer her phone but my cousin never hear his.',
      'The hamster is in box.',
      'Tomorrow we hire car.',
    ],
    passes: [
      'I like to play in a team.',
      'The shop is open from Monday to Friday.',
      'We go by bus, and he goes by boat.',
      'Your luggage is too heavy, and your bags are too.',
      'I go to school with my friend.',
      'We have team meetings every week.',
      'He has lived here for six years.',
      'Her son is four years old.',
      'My aunt never hears her phone.',
      'The hamster is in a box, and we hired a car.',
      'The box office is closed.',
      'Did your aunt hear the phone?',
      'Let the driver wait here.',
      'I saw the boy fall.',
    ],
  },
};
