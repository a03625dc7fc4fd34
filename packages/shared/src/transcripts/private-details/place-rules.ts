import { houseNumber, ordinal } from './number-words.ts';
import type { PrivateRule } from './private-span.ts';

const streetWord = '(?:street|road|avenue|lane|drive|boulevard|square|crescent|terrace|st|rd|ave|blvd)';
const streetName = '(?:[Ss]treet|[Rr]oad|[Aa]venue|[Ll]ane|[Dd]rive|[Bb]oulevard|[Ss]quare|[Cc]rescent|[Tt]errace)';
/** Between a number and a street these say that the number counts something else. */
const noName = String.raw`(?:in|on|at|the|a|this|that|my|your|and|of|is|are|from|to|down|along|people|shops?|houses?|cars|steps|miles|blocks|times|years|minutes?|hours?|percent|${ordinal})`;
const countsSomething = String.raw`(?!\s*(?:people|shops|houses|cars|minutes|years|times|hours|of\b|to\b|percent|%|o['’]clock))`;

/** Where somebody lives. */
export const placeRules: readonly PrivateRule[] = [
  {
    kind: 'address',
    pattern: new RegExp(
      String.raw`\b${houseNumber},?[\s-]+(?:(?!${noName}\b)[\p{L}'’-]+\s+){1,3}${streetWord}\b`,
      'giu',
    ),
  },
  // The number behind the street, as most of Europe says it; the name has its capital, so that "a street 12 people" has none.
  {
    kind: 'address',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]+\s+${streetName},?\s+(?:number\s+)?${houseNumber}\b${countsSomething}`,
      'gu',
    ),
  },
  {
    kind: 'address',
    pattern:
      /\b(?:my|our|the|his|her) (?:home |new |full )?address(?: is|,? it(?:'s|’s| is)|:)\s+(?!(?:not|on|in|the same|wrong|different|very)\b)[^.?!\n]{3,80}/giu,
  },
  { kind: 'address', pattern: /\b(?:post ?code|zip code) (?:is|:)\s+[^.?!\n]{3,30}/giu },
  {
    kind: 'address',
    pattern:
      /\b(?:calle|avenida|paseo|plaza|rua|rue|via|viale|corso|piazza|ulica|ulitsa|strasse|straße|platz|\p{L}{3,20}(?:straße|strasse|allee|weg|gasse|platz|damm|straat|laan))\s+(?:[\p{L}'’.]+,?\s+){0,4}(?:number\s+)?\d{1,5}(?:,? (?:first|second|third|fourth|fifth|ground) floor)?(?:,? door \p{L}+)?/giu,
  },
  {
    kind: 'address',
    pattern:
      /\p{Lu}\p{Ll}+[.,]?\s+\d{5}(?:-\d{4})?\b(?!\s+(?:people|euros|dollars|times|kilometers|kilometres|years))/gu,
  },
  {
    kind: 'address',
    pattern: new RegExp(String.raw`\b(?:flat|apartment|apt)\.?\s+(?:number\s+)?${houseNumber}\b[^.?!\n]{0,40}`, 'giu'),
  },
];
