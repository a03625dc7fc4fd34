/** Words with `-our` in British spelling; `-or` in American. */
const our =
  /\b(arm|behavi|cand|clam|col|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rum|savi|splend|tum|vap|vig)our/g;
/** Words with `-re` in British spelling; `-er` in American. */
const re = /\b(calib|cent|fib|lit|lust|meag|(?:centi|kilo|milli)?met|sab|somb|spect|theat)re(s?)\b/g;
/** Verbs whose last consonant is doubled in British spelling only. */
const doubled =
  /\b(cancel|channel|counsel|dial|duel|equal|fuel|funnel|jewel|label|level|marvel|model|panel|pedal|quarrel|rival|shovel|signal|snorkel|spiral|total|towel|travel|tunnel|worship)[lp](ed|ing|er|ers|or|ors|ous|ery)\b/g;
/** What is spelled with `-ise` everywhere. */
const alwaysIse =
  /^(advert|adv|appra|ar|bru|chast|circumc|clockw|compr|comprom|conc|cru|dem|desp|dev|disgu|enterpr|exc|exerc|expert|franch|improv|inc|likew|merchand|no|otherw|parad|po|pra|prec|prem|pr|prom|ra|rev|r|superv|surm|surpr|telev|treat|w)is/;
const ize = /\b([a-z]{3,})iz(e|es|ed|er|ers|ing|ation|ations)\b/g;

/** Pairs that follow no rule: British, American. */
const pairs: readonly (readonly [string, string])[] = [
  ['ageing', 'aging'],
  ['aluminium', 'aluminum'],
  ['analogue', 'analog'],
  ['burnt', 'burned'],
  ['catalogue', 'catalog'],
  ['cosy', 'cozy'],
  ['defence', 'defense'],
  ['dialogue', 'dialog'],
  ['doughnut', 'donut'],
  ['draught', 'draft'],
  ['dreamt', 'dreamed'],
  ['enrol', 'enroll'],
  ['enrolment', 'enrollment'],
  ['fulfil', 'fulfill'],
  ['grey', 'gray'],
  ['instalment', 'installment'],
  ['jewellery', 'jewelry'],
  ['judgement', 'judgment'],
  ['kerb', 'curb'],
  ['leant', 'leaned'],
  ['leapt', 'leaped'],
  ['learnt', 'learned'],
  ['licence', 'license'],
  ['manoeuvre', 'maneuver'],
  ['monologue', 'monolog'],
  ['mould', 'mold'],
  ['moustache', 'mustache'],
  ['offence', 'offense'],
  ['plough', 'plow'],
  ['practise', 'practice'],
  ['pretence', 'pretense'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['pyjamas', 'pajamas'],
  ['sceptical', 'skeptical'],
  ['skilful', 'skillful'],
  ['smelt', 'smelled'],
  ['spelt', 'spelled'],
  ['spilt', 'spilled'],
  ['spoilt', 'spoiled'],
  ['storey', 'story'],
  ['tyre', 'tire'],
  ['tyres', 'tires'],
  ['wilful', 'willful'],
  ['woollen', 'woolen'],
];
const american = new Map(pairs);

/** A text in lower case with one spelling for what British and American English spell differently. */
export function withoutDialect(text: string): string {
  return text
    .replace(/[a-z]+/g, (word) => american.get(word) ?? word)
    .replace(our, '$1or')
    .replace(re, '$1er$2')
    .replace(doubled, '$1$2')
    .replace(/\b(anal|catal|paral)ys/g, '$1yz')
    .replace(ize, (whole, stem: string, end: string) => (alwaysIse.test(`${stem}is`) ? whole : `${stem}is${end}`));
}
