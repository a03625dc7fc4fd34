/** Words that often stand before a colon in a lesson without naming a speaker. */
const neverNames = new Set(
  (
    'note notes example examples question questions answer answers remember careful attention tip tips rule rules exercise task homework topic grammar vocabulary ' +
    'correct correction wrong right sentence word meaning definition option part step number first second third one two three four five six seven eight nine ten ' +
    'so and but or because ok okay well now then also again yes no http https ps warning important summary sorry listen look repeat say spell today'
  ).split(' '),
);

const longestLabel = 60;

/** A time behind a name, as some programs write it: `Ana Ruiz (00:05)`. */
const timeBehind = /\s*[[(]\d{1,2}(?::\d{2}){1,2}[\])]$/;

/** A label without what programs put around it: brackets, a time behind it. */
const bareLabel = (label: string): string =>
  label
    .trim()
    .replace(timeBehind, '')
    .replace(/^[[(](.+)[\])]$/u, '$1')
    .trim();

/** Splits `Ana Ruiz: Hello` at its first colon and space; undefined where the left part cannot be a display name. */
export function splitLabel(line: string): { label: string; rest: string } | undefined {
  const match = /^(.{1,60}?)\s*(?::(?:\s+|$)|：\s*)(.*)$/su.exec(line);
  const label = match?.[1] === undefined ? undefined : bareLabel(match[1]);
  if (match === null || label === undefined) return undefined;
  if (
    label.length === 0 ||
    label.length > longestLabel ||
    !/^[\p{L}\p{N}+\p{Extended_Pictographic}]/u.test(label) ||
    !/[\p{L}\p{N}]/u.test(label)
  )
    return undefined;
  if (/[?!;"“”<>]|\.\s+\p{Ll}|…/u.test(label.replace(/\([^)]*\)/g, '')) || label.split(/\s+/).length > 7)
    return undefined;
  // a full stop belongs to an initial or a title ("J. Smith", "Mrs. Byrne"), not to a sentence
  if (/[\p{L}\p{N}]{5,}\.(\s|$)/u.test(label)) return undefined;
  return { label, rest: match[2] ?? '' };
}

/** Whether a label reads like a display name rather than like the beginning of a sentence. `returns`: it comes again. */
function looksLikeName(label: string, returns: boolean): boolean {
  const words = label
    .replace(/\(.*?\)/g, ' ')
    .split(/[\s,/]+/)
    .filter((w) => /[\p{L}\p{N}]/u.test(w));
  if (words.length === 0 || words.length > 5) return false;
  if (words.some((w) => /^\p{N}{1,2}[:.]\p{N}{2}$/u.test(w))) return false;
  // "So Young Kim" is a name when she speaks again; "So remember" is not, and a lone word never is.
  const common = words.filter((w) => neverNames.has(w.toLowerCase()));
  if (common.length > 1 || (common.length === 1 && !(returns && words.length > 1 && common[0] === words[0])))
    return false;
  if (words.every((w) => /^\p{N}+$/u.test(w))) return false;
  return words.every(
    (w) =>
      !/^\p{Ll}/u.test(w) ||
      /^(al|bin|da|de|del|der|di|dos|el|iphone|ipad|la|van|von|y)$/u.test(w) ||
      /^i(Phone|Pad)/u.test(w),
  );
}

/**
 * The labels of a transcript that really name speakers. A name-like label counts once; anything else has to come back,
 * because "the rule: add an s" is spoken once and a speaker speaks again.
 */
export function speakerLabels(lines: Iterable<string>): Set<string> {
  const seen = new Map<string, number>();
  let total = 0;
  let first: string | undefined;
  for (const line of lines) {
    total += 1;
    const label = splitLabel(line)?.label;
    if (total === 1) first = label;
    if (label !== undefined) seen.set(label, (seen.get(label) ?? 0) + 1);
  }
  const accepted = new Set<string>();
  let carried = 0;
  for (const [label, count] of seen) {
    const firstWord = label.toLowerCase().split(/[\s,]+/)[0] ?? '';
    const named = looksLikeName(label, count > 1);
    if (neverNames.has(firstWord) && !named) continue;
    if (named || (count >= 3 && label.split(/\s+/).length <= 4)) {
      accepted.add(label);
      carried += count;
    }
  }
  // Captions without labels may hold one or two chance colons: labels are believed where they carry the text, or where
  // the very first line has one and the others say who speaks next.
  const begins = first !== undefined && accepted.has(first) && accepted.size > 1;
  if (total >= 8 && carried < total * 0.15 && !begins) return new Set();
  return accepted;
}
