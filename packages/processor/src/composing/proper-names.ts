const days = 'monday tuesday wednesday thursday friday saturday sunday';
const months = 'january february april june july august september october november december';
const feasts = 'christmas easter halloween ramadan hanukkah';
const languages =
  'english german french spanish italian portuguese russian ukrainian hebrew arabic chinese japanese korean turkish greek dutch swedish norwegian danish finnish czech hungarian romanian hindi american british irish scottish canadian australian brazilian mexican indian egyptian european';
const places =
  'england scotland ireland wales britain germany france spain italy portugal russia ukraine poland greece sweden norway denmark finland hungary romania egypt israel jordan morocco india japan korea brazil argentina mexico canada australia america europe africa asia london paris berlin madrid rome moscow york dublin edinburgh';
const names: ReadonlySet<string> = new Set(
  [days, months, feasts, languages, places].flatMap((line) => line.split(' ')),
);
/** Months that are verbs as well: "it may rain", "they march". */
const monthToo =
  /(?<=\b(?:in|since|until|till|by|of|last|next|this|every) )(?:may|march)\b(?! (?:be|have|not|i|you|he|she|it|we|they)\b)/gu;

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * A text with capitals on the names of days, months, languages, countries and on "I", as captions without capitals lack
 * them. "August" beside "august" would look like a difference that is asked.
 */
export function withNames(text: string): string {
  return text
    .replace(/(?<![\p{L}'’-])\p{Ll}+(?:s(?=\b))?(?![\p{L}])/gu, (word) => {
      const bare = names.has(word) ? word : word.replace(/s$/, '');
      return names.has(bare) ? capitalised(word) : word;
    })
    .replace(monthToo, capitalised)
    .replace(/(?<![\p{L}'’-])i(?=['’](?:m|ve|ll|d)\b|\s|$|[,.!?])/gu, 'I');
}
