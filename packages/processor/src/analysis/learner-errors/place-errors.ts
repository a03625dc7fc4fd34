import { determiners, isNumber, subjectPronouns } from '../../language/words.ts';
import type { ErrorRule } from './error-rule.ts';
import { words } from './word-lists.ts';

const weekdays = words('monday tuesday wednesday thursday friday saturday sunday');
const months = words('january february march april may june july august september october november december');
const networks = words('instagram facebook youtube tiktok whatsapp twitter netflix linkedin');
const units = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)$/;
const owners = words('the my your our his her their a an');
const judged = words(
  'hot cold very not too allowed forbidden possible impossible difficult easy necessary important better good bad nice beautiful dangerous',
);

/** Mistakes in where and when something is, and in what says so. */
export const placeErrors: readonly ErrorRule[] = [
  {
    rule: 'in before a day',
    triggers: ['in', 'at'],
    look: (w, i) => (weekdays.has(w[i + 1] ?? '') ? 2 : 0),
  },
  {
    rule: 'in the beach',
    triggers: ['in'],
    look: (w, i) => {
      const place = w[i + 2] ?? '';
      if (!owners.has(w[i + 1] ?? '')) return 0;
      // "in the balcony door", "in the internet age"
      const isLast =
        w[i + 3] === undefined ||
        !/^(?:house|bar|door|seats?|age|café|cafe|chair|office|town|resort|volleyball|hotel)$/.test(w[i + 3] ?? '');
      return /^(?:beach|balcony|internet|farm|tv|roof|coast|farms)$/.test(place) && isLast ? 3 : 0;
    },
  },
  {
    rule: 'the before a network',
    triggers: ['the'],
    look: (w, i) => {
      const next = w[i + 2] ?? '';
      const isName =
        next === '' ||
        determiners.has(next) ||
        subjectPronouns.has(next) ||
        /^(?:and|but|or|because|is|was|every|when)$/.test(next);
      return networks.has(w[i + 1] ?? '') && isName ? 2 : 0;
    },
  },
  {
    rule: 'during and a length of time',
    triggers: ['during'],
    look: (w, i) => {
      const isAmount = isNumber(w[i + 1] ?? '') || /^(?:a|an|many|several)$/.test(w[i + 1] ?? '');
      return isAmount && units.test(w[i + 2] ?? '') ? 3 : 0;
    },
  },
  {
    rule: 'a place without its subject',
    triggers: ['in', 'on', 'at'],
    look: (w, i) => {
      if (i !== 0) return 0;
      const at = w.findIndex((word, k) => k > 1 && k < 6 && /^(?:is|has|have)$/.test(word));
      if (
        at < 0 ||
        w
          .slice(1, at)
          .some(
            (word) =>
              subjectPronouns.has(word) ||
              /^(?:there|what|which|who|that|everybody|everyone|nobody|everything|nothing|it)$/.test(word),
          )
      )
        return 0;
      const next = w[at + 1] ?? '';
      const isAmount = isNumber(next) || /^(?:a|an|many|no|some|lots)$/.test(next);
      // "in winter the sea is cold" has its subject behind the place
      const nouns = w
        .slice(1, at)
        .filter(
          (word) => !owners.has(word) && !/^(?:this|that|these|new|old|big|small|whole|other|next|last)$/.test(word),
        );
      if (nouns.length !== 1) return 0;
      return w[at] === 'is' ? (judged.has(next) ? at + 1 : 0) : isAmount ? at + 1 : 0;
    },
  },
  {
    rule: 'in the other hand',
    triggers: ['in', 'at', 'by'],
    look: (w, i) =>
      i < 2 && w[i + 1] === 'the' && w[i + 2] === 'other' && /^(?:hand|side)$/.test(w[i + 3] ?? '') ? 4 : 0,
  },
  {
    rule: 'in before next or last month',
    triggers: ['in', 'on'],
    look: (w, i) =>
      /^(?:next|last)$/.test(w[i + 1] ?? '') &&
      (months.has(w[i + 2] ?? '') || /^(?:summer|winter|spring|autumn)$/.test(w[i + 2] ?? ''))
        ? 3
        : 0,
  },
  {
    rule: 'yesterday night',
    triggers: ['yesterday'],
    look: (w, i) => (w[i + 1] === 'night' || (w[i + 1] === 'in' && w[i + 2] === 'the' && w[i + 3] === 'night') ? 2 : 0),
  },
  {
    rule: 'the last year of the calendar',
    triggers: ['the'],
    look: (w, i) =>
      i === 0 &&
      w[1] === 'last' &&
      /^(?:year|month|week|summer|winter|night)$/.test(w[2] ?? '') &&
      subjectPronouns.has(w[3] ?? '') &&
      !w.slice(4).some((word) => /^(?:is|was|were)$/.test(word))
        ? 3
        : 0,
  },
  {
    rule: 'to before home',
    triggers: ['go', 'goes', 'went', 'going', 'come', 'came', 'comes', 'coming', 'get', 'got'],
    look: (w, i) =>
      w[i + 1] === 'to' && w[i + 2] === 'home' && !/^(?:page|screen|office|base|game|plate)$/.test(w[i + 3] ?? '')
        ? 3
        : 0,
  },
  {
    rule: 'from far',
    triggers: ['from'],
    look: (w, i) => (w[i + 1] === 'far' && w[i + 2] === undefined && w[i - 1] !== 'seen' ? 2 : 0),
  },
];
