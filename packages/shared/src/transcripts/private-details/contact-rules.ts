import type { PrivateRule } from './private-span.ts';
import { isScore } from './spoken-numbers.ts';

const networks =
  '(?:instagram|insta|telegram|snapchat|tik ?tok|twitter|facebook|skype|whatsapp|discord|linkedin|we ?chat|viber|signal)';

/** What stands before "at" in "I shop at …" and never as the name in an address. */
const doing =
  /(?:^|[^\p{L}])(?:look(?:ed|ing)?|shop(?:ped|ping)?|buy|bought|work(?:ed|ing|s)?|order(?:ed)?|it|them|him|her|me|us|you|this|that|one|is|was|are|were|be|am|stay(?:ed)?|start(?:ed)?|search(?:ed)?|book(?:ed)?|found|find|stuff|things|clothes|here|there|online|account|job|everything|something)\s+at\s/iu;
const tellsAnAddress = /\b(?:e-?mail|mail|write|reach|contact|send)\b[^.?!]{0,40}$/i;
/** Somebody's own, or the end of something that is being spelled. */
const isOurs = /\b(?:(?:my|our|his|her|their|your)\b[^.?!]{0,40}|(?:dot|underscore)\b[^.?!]{0,60})$/i;

const isPlace = (match: string, before: string): boolean => doing.test(match) && !tellsAnAddress.test(before);

const groupedThousands = /^\d{1,3}(?:[ .,]\d{3})+$/;
const counted =
  /^\s*(?:people|inhabitants|users|euros?|dollars?|pounds?|shekels?|rubles?|yuan|kilomet|met(?:re|er)s|tons?|years|times|copies|words)/i;

/** Thousands are written in threes; a telephone number in threes does not end in zeros, and nothing is counted by it. */
const isQuantity = (match: string, after: string): boolean =>
  groupedThousands.test(match.trim()) && (/[.,]/.test(match) || /000$/.test(match.trim()) || counted.test(after));

const areYears = (match: string): boolean =>
  (match.match(/\d+/g) ?? []).every((part) => /^(?:1[5-9]|20)\d\d$/.test(part));

/** E-mail addresses, accounts and telephone numbers, written, spoken, or half of each. */
export const contactRules: readonly PrivateRule[] = [
  {
    kind: 'email',
    pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/giu,
  },
  { kind: 'account', pattern: /(?:^|\s)@[\p{L}\p{N}_.]{3,}/giu },
  // "rajat dot verma ninety one at example dot in"
  {
    kind: 'email',
    pattern:
      /(?<![\p{L}\p{N}'’])[\p{L}\p{N}]{1,40}(?:\s+(?:dot|underscore|dash|hyphen|minus|period|\p{N}+|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|zero|[\p{L}\p{N}]+(?=\s+(?:dot|underscore|dash|hyphen)))(?:\s+[\p{L}\p{N}]+)?){0,6}\s+at\s+(?!(?:the|a|an|this|that|my|your|every|each)\s)[\p{L}\p{N}-]+(?:\s+(?:(?:dash|hyphen)\s+)?[\p{L}\p{N}-]+)?\s+dot\s+[\p{L}]+(?:\s+dot\s+\p{L}+)?/giu,
    unless: isPlace,
  },
  // "ana at mail.example"
  {
    kind: 'email',
    pattern:
      /(?<![\p{L}\p{N}'’])[\p{L}\p{N}_-]{1,40}\s+at\s+[\p{L}\p{N}-]{1,63}(?:\.\p{L}{2,24}){1,3}(?![\p{L}\p{N}])/giu,
    unless: isPlace,
  },
  {
    kind: 'email',
    pattern:
      /(?<![\p{L}\p{N}'’])[\p{L}\p{N}_.-]{1,40},?\s+at sign,?\s+[\p{L}\p{N}-]{1,40}(?:,?\s+dot,?\s+\p{L}{2,24}){1,3}/giu,
  },
  {
    kind: 'email',
    pattern:
      /(?<![\p{L}\p{N}'’])[\p{L}\p{N}]{1,40}\s+dot\s+[\p{L}\p{N}]+\s+dot\s+[\p{L}\p{N}]+(?:\s+(?:dot|at)\s+[\p{L}\p{N}]+)*/giu,
  },
  {
    kind: 'account',
    pattern:
      /(?<![\p{L}\p{N}'’-])(?:www\s*(?:\.|dot)\s*)?[\p{L}\p{N}-]{1,60}\s+dot\s+(?:com|org|net|edu|gov|io|co|uk|in|de|fr|es|it|ru|cn|jp|br|example)\b/giu,
    // A shop's address is nobody's secret.
    unless: (_match, before) => !isOurs.test(before) && !tellsAnAddress.test(before),
  },
  {
    kind: 'account',
    pattern: new RegExp(
      String.raw`\b${networks}(?:\s+(?:name|account|id|handle|user ?name|profile))?(?:\s+is|\s*:|,?\s+it(?:'s|’s| is))?[\s,]+@?(?=[\p{L}\p{N}.-]{0,40}[_\d])[\p{L}\p{N}][\p{L}\p{N}_.-]{2,40}`,
      'giu',
    ),
  },
  {
    kind: 'account',
    pattern: new RegExp(
      String.raw`\b${networks},?\s+(?:at|as|under)\s+(?!(?:the|a|an|all|home|night|work|school|well|soon|least|once|first|my|your|\p{L}+ing)\b)[^.?!\n]{3,40}`,
      'giu',
    ),
  },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}.])(?:\+|00)?\(?\d{1,4}\)?(?:[\s().-]{0,2}\d{2,4}){2,6}(?![\p{L}\p{N}])/gu,
    unless: (match, _before, after) =>
      match.replace(/\D/g, '').length < 7 || areYears(match) || isQuantity(match, after) || isScore(match),
  },
];
