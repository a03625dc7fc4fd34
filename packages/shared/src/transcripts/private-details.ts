/** A stretch of speech that tells something private. */
export interface PrivateSpan {
  start: number;
  end: number;
  kind: 'phone' | 'email' | 'password' | 'address' | 'document' | 'account' | 'birthday';
}

const digitWord = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|nought|hundred|thousand)';
const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const between = String.raw`(?:[\s,.\-–]+(?:and\s+)?)`;
const spokenDigits = new RegExp(
  String.raw`\b(?:plus\s+)?(?:${digitWord}|\d{1,4})(?:${between}(?:${digitWord}|\d{1,4})){4,}\b`,
  'gi',
);
const values: Record<string, string> = {
  zero: '0',
  oh: '0',
  nought: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};

/** Counting aloud ("one two three four five") is practice, and a row of years is history; anything else is a number somebody owns. */
function isCounting(match: string): boolean {
  const parts = match
    .toLowerCase()
    .split(/[\s,.\-–]+/)
    .filter((part) => part !== '' && part !== 'plus' && part !== 'and');
  if (parts.every((part) => /^(1[5-9]|20)\d\d$/.test(part))) return true;
  const numbers = parts.map((part) => Number(values[part] ?? part));
  if (numbers.some(Number.isNaN)) return false;
  const steps = new Set(numbers.slice(1).map((n, i) => n - (numbers[i] ?? 0)));
  return steps.size === 1 && !steps.has(0);
}

const streetWord = '(?:street|road|avenue|lane|drive|boulevard|square|crescent|terrace|st|rd|ave|blvd)';
const rules: { kind: PrivateSpan['kind']; pattern: RegExp; unless?: (match: string) => boolean }[] = [
  {
    kind: 'email',
    pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/giu,
  },
  { kind: 'account', pattern: /(?:^|\s)@[\p{L}\p{N}_.]{3,}/giu },
  // "rajat dot verma ninety one at example dot in"
  {
    kind: 'email',
    pattern:
      /(?<![\p{L}\p{N}'’])[\p{L}\p{N}]{1,40}(?:\s+(?:dot|underscore|dash|hyphen|minus|period|\p{N}+|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|zero|[\p{L}\p{N}]+(?=\s+(?:dot|underscore|dash|hyphen)))(?:\s+[\p{L}\p{N}]+)?){0,6}\s+at\s+(?!(?:the|a|an|this|that|my|your|every|each)\s)[\p{L}\p{N}-]+(?:\s+[\p{L}\p{N}-]+)?\s+dot\s+[\p{L}]+(?:\s+dot\s+\p{L}+)?/giu,
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
  },
  {
    kind: 'password',
    pattern:
      /(?<![\p{L}\p{N}'’])[\p{L}\p{N}]{1,40}\s+(?:underscore|hashtag|asterisk|ampersand|at sign|dollar sign|exclamation mark)\s+[\p{L}\p{N}]+(?:\s+(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|underscore|\p{N}+))*/giu,
  },
  {
    kind: 'password',
    pattern:
      /\b(?:password|passcode|pass word|pin(?: code| number)?|access code|door code|login|security code|username|user name)\s*(?:for [\p{L}\p{N} '-]{1,30}?\s+)?(?:is|was|:|it's)\s+(?!(?:not|very|too|wrong|right|correct|important|long|short|weak|strong|safe|the|a|an|in|on|always|usually|different)\b)[^.?!\n]{2,60}/giu,
  },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}.])(?:\+|00)?\(?\d{1,4}\)?(?:[\s().-]{0,2}\d{2,4}){2,6}(?![\p{L}\p{N}])/gu,
    unless: (match) =>
      match.replace(/\D/g, '').length < 7 || isCounting(match) || /^\d{1,3}([.,]\d{3})+$/.test(match.trim()),
  },
  { kind: 'phone', pattern: spokenDigits, unless: isCounting },
  { kind: 'phone', pattern: new RegExp(String.raw`\bplus\s+${digitWord}(?:${between}${digitWord}){2,}`, 'gi') },
  {
    kind: 'document',
    pattern:
      /\b(?:passport|card|visa|id|identity|account|licence|license|insurance|social security|iban|tax)\s*(?:number|no)\.?\s*(?:is|was|:|it's)\s+[^.?!\n]{3,60}/giu,
    unless: (match) => !/\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine)\b/i.test(match),
  },
  { kind: 'document', pattern: /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}\b|\b(?:\d[ -]?){13,19}\b/g },
  {
    kind: 'address',
    pattern: new RegExp(
      String.raw`\b(?:\d{1,5}[a-z]?|(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{1,8}teen|\p{L}{1,8}ty)[\s-]+){1,3}),?\s+(?:(?!(?:in|on|at|the|a|this|that|my|your|and|of|is|are|minutes?|hours?)\b)[\p{L}'’-]+\s+){1,3}${streetWord}\b`,
      'giu',
    ),
  },
  {
    kind: 'address',
    pattern:
      /\b(?:my|our|the|his|her) (?:home |new |full )?address is\s+(?!(?:not|on|in|the same|wrong|different|very)\b)[^.?!\n]{3,80}/giu,
  },
  { kind: 'address', pattern: /\b(?:post ?code|zip code) (?:is|:)\s+[^.?!\n]{3,30}/giu },
  {
    kind: 'address',
    pattern:
      /\b(?:calle|avenida|paseo|plaza|rua|rue|via|viale|ulica|ulitsa|strasse|straße|platz|\p{L}{3,20}(?:straße|strasse|weg|gasse|platz|straat|laan))\s+(?:[\p{L}'’.]+\s+){0,4}(?:number\s+)?\d{1,5}(?:,? (?:first|second|third|fourth|fifth|ground) floor)?(?:,? door \p{L}+)?/giu,
  },
  {
    kind: 'address',
    pattern:
      /\p{Lu}\p{Ll}+[.,]?\s+\d{5}(?:-\d{4})?\b(?!\s+(?:people|euros|dollars|times|kilometers|kilometres|years))/gu,
  },
  {
    kind: 'birthday',
    pattern: new RegExp(
      String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month},? (?:19|20)\d\d\b|\b${month} \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b|\b\p{L}{4,12}(?: |-)?\p{L}{0,8}(?:st|nd|rd|th) of ${month},? (?:(?:19|20)\d\d|nineteen \p{L}+|two thousand)`,
      'giu',
    ),
  },
  { kind: 'birthday', pattern: /\b(?:my|his|her) (?:date of birth|birth ?date) (?:is|was)\s+[^.?!\n]{3,40}/giu },
  {
    kind: 'address',
    pattern: new RegExp(
      String.raw`\b(?:flat|apartment|apt)\.?\s+(?:number\s+)?(?:\d+|${digitWord})\b[^.?!\n]{0,40}`,
      'giu',
    ),
  },
];

/** Hardly any sentence holds one of these; without one there is nothing to look for. */
const trigger =
  /[@\d]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|double|dot|underscore|hashtag|asterisk|ampersand|at sign|dollar sign|exclamation mark|pass ?(?:word|code)|pin|code|login|user ?name|number|no|iban|street|road|avenue|lane|drive|boulevard|square|crescent|terrace|st|rd|ave|blvd|address|zip|flat|apartment|apt|birth ?date|date of birth|(?:janu|febru)ary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)\b/i;

/** Finds phone numbers, addresses, passwords and the like, written or spoken, in reading order and without overlaps. */
export function findPrivateSpans(text: string): PrivateSpan[] {
  if (!trigger.test(text)) return [];
  const found: PrivateSpan[] = [];
  for (const { kind, pattern, unless } of rules) {
    for (const match of text.matchAll(pattern)) {
      if (unless?.(match[0]) !== true) found.push({ start: match.index, end: match.index + match[0].length, kind });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: PrivateSpan[] = [];
  for (const span of found) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** Whether a text tells anything private. */
export function isPrivate(text: string): boolean {
  return findPrivateSpans(text).length > 0;
}
