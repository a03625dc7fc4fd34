/** Words that often stand before a colon in a lesson without naming a speaker. */
const neverNames = new Set(
  (
    'note notes example examples question questions answer answers remember careful attention tip tips rule rules exercise task homework topic grammar vocabulary ' +
    'correct correction wrong right sentence word meaning definition option part step number first second third one two three four five six seven eight nine ten ' +
    'so and but or because ok okay well now then also again yes no http https ps warning important summary sorry listen look repeat say spell today'
  ).split(' '),
);

const longestLabel = 60;

/** Splits `Ana Ruiz: Hello` at its first colon and space; undefined where the left part cannot be a display name. */
export function splitLabel(line: string): { label: string; rest: string } | undefined {
  const match = /^(.{1,60}?)\s*:(?:\s+|$)(.*)$/su.exec(line);
  const label = match?.[1]?.trim();
  if (match === null || label === undefined) return undefined;
  if (
    label.length === 0 ||
    label.length > longestLabel ||
    !/^[\p{L}\p{N}+]/u.test(label) ||
    !/[\p{L}\p{N}]/u.test(label)
  )
    return undefined;
  if (/[?!;"“”<>/]|\.\s+\p{Ll}|…/u.test(label.replace(/\([^)]*\)/g, '')) || label.split(/\s+/).length > 7)
    return undefined;
  // a full stop belongs to an initial or a title ("J. Smith", "Mrs. Byrne"), not to a sentence
  if (/[\p{L}\p{N}]{5,}\.(\s|$)/u.test(label)) return undefined;
  return { label, rest: match[2] ?? '' };
}

/** Whether a label reads like a display name rather than like the beginning of a sentence. */
function looksLikeName(label: string): boolean {
  const words = label
    .replace(/\(.*?\)/g, ' ')
    .split(/[\s,]+/)
    .filter((w) => w !== '');
  if (words.length === 0 || words.length > 5) return false;
  if (words.some((w) => neverNames.has(w.toLowerCase()))) return false;
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
  for (const line of lines) {
    total += 1;
    const label = splitLabel(line)?.label;
    if (label !== undefined) seen.set(label, (seen.get(label) ?? 0) + 1);
  }
  const accepted = new Set<string>();
  let carried = 0;
  for (const [label, count] of seen) {
    const firstWord = label.toLowerCase().split(/[\s,]+/)[0] ?? '';
    const named = looksLikeName(label);
    if (neverNames.has(firstWord) && !named) continue;
    if (named || (count >= 3 && label.split(/\s+/).length <= 4)) {
      accepted.add(label);
      carried += count;
    }
  }
  // captions without labels may hold one or two chance colons: believe labels only where they carry the text
  if (total >= 8 && carried < total * 0.15) return new Set();
  return accepted;
}
