const ofAdjectives = /(?:[^aeiou]y|ous|ful|al|ive|ic|ish|less)$/;
const shortestNoun = 4;
const longestEnding = 4;

/** Whether an adjective is made from a noun: "rain", "rainy"; "fame", "famous"; "beauty", "beautiful". */
export function isMadeFrom(adjective: string, noun: string): boolean {
  // "mud", "muddy"
  if (noun.length < shortestNoun) return noun.length > 2 && adjective === `${noun}${noun.at(-1) ?? ''}y`;
  const longer = adjective.length - noun.length;
  return (
    longer > 0 &&
    longer <= longestEnding &&
    adjective.startsWith(noun.slice(0, -1)) &&
    ofAdjectives.test(adjective) &&
    !ofAdjectives.test(noun.replace(/y$/, ''))
  );
}
