const subordinators = /^(?:after|although|as|because|before|if|once|since|so|though|unless|until|when|whenever|while)$/;
const subjects =
  /^(?:i|you|he|she|it|we|they|there|this|that|these|those|the|an?|my|your|his|her|its|our|their|everyone|everybody|nobody|people|some|many|most|all|no)$/;
/** No clause ends with one of these. */
const unfinished =
  /^(?:i|he|she|we|they|the|an?|my|your|his|its|our|their|is|are|am|was|were|to|of|and|or|will|would|can|could|has|have|had|do|does|did|not)$/;
const questions =
  /^(?:am|are|can|could|did|do|does|had|has|have|how|is|may|must|shall|should|was|were|what|when|where|which|who|whose|why|will|would)$/;

const time =
  '(?:yesterday|today|tomorrow|tonight|sometimes|nowadays|at the moment|right now' +
  '|(?:last|next|this|every) (?:day|night|week|weekend|month|year|time|morning|afternoon|evening|summer|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday)' +
  '|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|in the (?:morning|afternoon|evening|summer|winter|spring|autumn|end)' +
  '|at (?:night|the weekend|weekends|christmas|first)|(?:an?|one|two|three|four|five|six|seven|ten|a few|many|some) (?:minutes?|hours?|days?|weeks?|months?|years?) ago)';
const timeFirst = new RegExp(`^(${time}),? (.+)$`);
const timeLast = new RegExp(`^(.+?),? (${time})$`);

const separable = new Set(
  'bring call clean cut fill find give hand hang knock let look make pay pick point put ring set shut sort switch take throw tidy try turn wake work write'
    .split(' ')
    .flatMap((verb) => [verb, `${verb}s`, `${verb}ed`, `${verb}ing`]),
);
const irregular =
  /^(?:brought|found|gave|hung|made|paid|putting|rang|setting|took|taking|threw|woke|waking|wrote|writing|making|giving)$/;
const particles = /^(?:away|back|down|in|off|on|out|over|up)$/;
const determiners = /^(?:the|an?|my|your|his|her|its|our|their|this|that|these|those|some|all)$/;
/** A noun phrase has so many words after its determiner, at most. */
const longestNoun = 3;

/** The other orders of a sentence that English allows: clause or time first or last, a particle before or after its noun. */
export function otherOrders(words: readonly string[]): string[][] {
  return [...clauses(words), ...times(words), ...particleOrders(words)];
}

function clauses(words: readonly string[]): string[][] {
  const orders: string[][] = [];
  if (subordinators.test(words[0] ?? '')) {
    for (let at = 3; at <= words.length - 3; at += 1) {
      if (subjects.test(words[at] ?? '') && !unfinished.test(words[at - 1] ?? '')) {
        orders.push([...words.slice(at), ...words.slice(0, at)]);
      }
    }
  } else if (!questions.test(words[0] ?? '')) {
    for (let at = 3; at <= words.length - 3; at += 1) {
      if (subordinators.test(words[at] ?? '') && words[at] !== 'so' && words[at] !== 'as') {
        orders.push([...words.slice(at), ...words.slice(0, at)]);
      }
    }
  }
  return orders;
}

function times(words: readonly string[]): string[][] {
  const sentence = words.join(' ');
  const first = timeFirst.exec(sentence);
  const last = timeLast.exec(sentence);
  return [
    ...(first ? [`${first[2]} ${first[1]}`] : []),
    ...(last && !questions.test(words[0] ?? '') ? [`${last[2]} ${last[1]}`] : []),
  ].map((order) => order.split(' '));
}

function particleOrders(words: readonly string[]): string[][] {
  const orders: string[][] = [];
  for (const [at, verb] of words.entries()) {
    if (!separable.has(verb) && !irregular.test(verb)) continue;
    const [next = '', after = ''] = words.slice(at + 1);
    if (particles.test(next) && determiners.test(after)) {
      for (let nouns = 1; nouns <= longestNoun && at + 2 + nouns < words.length; nouns += 1) {
        const end = at + 3 + nouns;
        orders.push([...words.slice(0, at + 1), ...words.slice(at + 2, end), next, ...words.slice(end)]);
      }
    } else if (determiners.test(next)) {
      for (let place = at + 3; place <= at + 2 + longestNoun; place += 1) {
        const particle = words[place];
        if (particle === undefined || !particles.test(particle)) continue;
        const object = words.slice(at + 1, place);
        orders.push([...words.slice(0, at + 1), particle, ...object, ...words.slice(place + 1)]);
      }
    }
  }
  return orders;
}
