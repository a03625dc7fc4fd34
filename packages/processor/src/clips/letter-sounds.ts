/** What letters sound like when nothing else is known, in ARPABET; the longest that fits comes first. */
const sounds: readonly (readonly [string, string])[] = [
  ['tion', 'SH AH N'],
  ['sion', 'ZH AH N'],
  ['ture', 'CH ER'],
  ['ough', 'AO'],
  ['augh', 'AO'],
  ['eigh', 'EY'],
  ['igh', 'AY'],
  ['tch', 'CH'],
  ['sch', 'SH'],
  ['ing', 'IH NG'],
  ['oa', 'OW'],
  ['oo', 'UW'],
  ['ou', 'AW'],
  ['ow', 'OW'],
  ['oi', 'OY'],
  ['oy', 'OY'],
  ['ee', 'IY'],
  ['ea', 'IY'],
  ['ie', 'IY'],
  ['ai', 'EY'],
  ['ay', 'EY'],
  ['au', 'AO'],
  ['aw', 'AO'],
  ['ar', 'AA R'],
  ['or', 'AO R'],
  ['er', 'ER'],
  ['ir', 'ER'],
  ['ur', 'ER'],
  ['ch', 'CH'],
  ['sh', 'SH'],
  ['th', 'TH'],
  ['ph', 'F'],
  ['wh', 'W'],
  ['ck', 'K'],
  ['ng', 'NG'],
  ['qu', 'K W'],
  ['kn', 'N'],
  ['wr', 'R'],
  ['a', 'AE'],
  ['b', 'B'],
  ['c', 'K'],
  ['d', 'D'],
  ['e', 'EH'],
  ['f', 'F'],
  ['g', 'G'],
  ['h', 'HH'],
  ['i', 'IH'],
  ['j', 'JH'],
  ['k', 'K'],
  ['l', 'L'],
  ['m', 'M'],
  ['n', 'N'],
  ['o', 'OW'],
  ['p', 'P'],
  ['q', 'K'],
  ['r', 'R'],
  ['s', 'S'],
  ['t', 'T'],
  ['u', 'AH'],
  ['v', 'V'],
  ['w', 'W'],
  ['x', 'K S'],
  ['y', 'IY'],
  ['z', 'Z'],
];

/**
 * How a word that stands in no dictionary may sound: a name, or what a learner made up. Near enough to find where it
 * begins and ends among words that are known. Null for what is not written in English letters.
 */
export function soundsOfLetters(word: string): string | null {
  if (!/^[a-z']+$/.test(word)) return null;
  const found: string[] = [];
  // A doubled letter sounds once, and an e at the end not at all.
  let rest = word
    .replaceAll("'", '')
    .replaceAll(/([b-df-hj-np-tv-z])\1/g, '$1')
    .replace(/(?<=[aeiou][a-z]+)e$/, '');
  while (rest !== '') {
    const [letters, sound] = sounds.find(([start]) => rest.startsWith(start)) ?? [rest.slice(0, 1), ''];
    if (sound !== '') found.push(sound);
    rest = rest.slice(letters.length);
  }
  return found.length === 0 ? null : found.join(' ');
}
