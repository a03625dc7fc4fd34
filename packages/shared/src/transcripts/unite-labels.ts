import { foldedWords } from '../exercises/quality/fold.ts';

/** What devices are called; their owner's name stands beside it. */
const device =
  /(?<!\p{L})(?:i ?(?:phone|pad|mac)|mac ?book(?: (?:air|pro))?|galaxy(?: \w+)?|android|pixel|redmi|xiaomi|huawei|samsung|phone|mobile|handy|tablet|laptop|computer|pc|desktop|teléfono|telefono|móvil|ordenador|téléphone|ordinateur|телефон|компьютер|ноутбук|планшет)(?!\p{L})/giu;
/** What stands between a device and its owner: Maya's, iPhone de Leo, iPad von Ana. */
const between = new Set(['s', 'de', 'do', 'da', 'di', 'von', 'of', 'the', 'my', 'новый', 'new', 'pro', 'max', 'air']);
/** The second label of somebody who came back: "(2)", "- 2", "#2". */
const again = /\s*(?:[([]\s*\d{1,2}\s*[)\]]|[-–—#_]\s*#?\d{1,2})\s*$/u;

/**
 * Which labels are one person's: who dropped out and came back, or went on from another device. A name in two other
 * labels tells nothing; and where only one speaker would be left, two people bear one name.
 * @returns for each label the one that stands for its person
 */
export function uniteLabels(labels: readonly string[]): Map<string, string> {
  const united = new Map<string, string>(labels.map((label) => [label, label]));
  for (const label of labels) {
    const person = personOf(label, labels);
    if (person !== undefined) united.set(label, united.get(person) ?? person);
  }
  return new Set(united.values()).size < 2 ? new Map(labels.map((label) => [label, label])) : united;
}

/** Cues with one label for each person. */
export function withUnitedLabels<Cue extends { speaker: string | null }>(cues: readonly Cue[]): Cue[] {
  const united = uniteLabels([...new Set(cues.flatMap(({ speaker }) => speaker ?? []))]);
  return cues.map((cue) => (cue.speaker === null ? cue : { ...cue, speaker: united.get(cue.speaker) ?? cue.speaker }));
}

/** The other label of the same person, where the names leave no doubt. */
function personOf(label: string, labels: readonly string[]): string | undefined {
  const first = label.replace(again, '').trim();
  if (first !== label && labels.includes(first)) return first;
  const name = ownerOf(label);
  if (name.length === 0) return undefined;
  const bearers = labels.filter((other) => {
    if (other === label || ownerOf(other).length > 0) return false;
    const words = foldedWords(other.replace(again, ''));
    return name.every((word) => words.includes(word));
  });
  return bearers.length === 1 ? bearers[0] : undefined;
}

/** The words of a device's owner; none where the label is no device's, or names nobody. */
function ownerOf(label: string): string[] {
  const rest = label.replace(device, ' ');
  if (rest === label) return [];
  return foldedWords(rest.replaceAll(/['’]s?\b/gu, ' ')).filter((word) => !between.has(word) && !/^\d+$/.test(word));
}
