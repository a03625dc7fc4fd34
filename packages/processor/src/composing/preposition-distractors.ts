/** Prepositions that may follow a word, the common ones; none of them may serve as a wrong answer after it. */
const governed: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    'listen:to for|look:at for after into up over through like to in on down out|wait:for on at in|arrive:at in on from by|get:to in on at off out up from by into over with|go:to in on by for with into out up from at down over through|come:to from in on by with up at into out over|' +
    'talk:to about with of on|speak:to about with of in on|think:of about on|depend:on|belong:to|agree:with on to about|good:at for with to in|bad:at for in with|interested:in by|keen:on|afraid:of for|worried:about by|proud:of|tired:of from|bored:with of by|married:to in for|' +
    'different:from than to in|similar:to in|responsible:for to|famous:for as in|full:of|ready:for to|angry:with about at|nervous:about of|excited:about by|allergic:to|run:out of from to into in on by for with|apply:for to in|work:for in at on with as from by to|live:in at with on by near for|' +
    'stay:at in with on for|play:with for in on at|pay:for by in with|ask:for about|tell:about of|laugh:at about with|smile:at|shout:at to|write:to about in on with for|read:about in on to|explain:to in|say:to in about|give:to up in|spend:on in with|increase:by in to from|decrease:by in to from|rise:by to from in|fall:by to from in off down on|' +
    'discuss:with in at|fell:off down from in on into over by|cope:with|deal:with in|succeed:in at|insist:on|consist:of|complain:about to of|dream:of about|hear:of about from|learn:from about by in|worry:about|care:about for|congratulate:on|participate:in|focus:on|concentrate:on|prepare:for|pick:up|reason:for of|solution:to for|answer:to for|question:for about to of on in|problem:with in of for|advice:on about|difference:between in|way:of to in|need:for of|demand:for|interest:in|result:of in|same:as|time:for on in at of|' +
    'sit:on in at down by with|stand:in on at by up for|travel:to by in on with for from|walk:to in on by with from|drive:to in by with from|fly:to from with by|put:on in off up down|take:to from in on off out|meet:in at on with|start:in at on with by from|end:in at on with|begin:in at on with|move:to in from out|born:in on at to|study:in at for with|eat:in at with out on for|sleep:in on at with for|wake:up in at|be:in on at for with from about of'
  )
    .split('|')
    .map((row): [string, Set<string>] => {
      const [word = '', list = ''] = row.split(':');
      return [word, new Set(list.split(' '))];
    }),
);

const days = /^(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekdays)$/;
const months =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|\d{4}|spring|summer|autumn|winter)$/;
const clock =
  /^(?:o'clock|noon|midnight|half|\d{1,2}(?:[.:]\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;
const pointing = /^(?:next|last|this|every|tomorrow|yesterday|today)$/;

/** Prepositions that cannot stand before what follows the blank, where that alone settles it. */
function impossibleBefore(after: readonly string[]): string[] | null {
  const [first = '', second = ''] = after.map((word) => word.toLowerCase());
  if (pointing.test(first)) return ['in', 'on', 'at'];
  if (days.test(first)) return ['in', 'at', 'of'];
  if (months.test(first)) return ['on', 'at'];
  if (
    clock.test(first) &&
    (second === "o'clock" || second === 'past' || after.length <= 1 || first === 'noon' || first === 'midnight')
  )
    return ['in', 'on', 'of'];
  if (/^(?:bus|car|train|plane|taxi|tram|bike|boat)$/.test(first)) return ['in', 'on', 'with', 'at'];
  return null;
}

/** What something may happen during. */
const event =
  /^(?:lessons?|class|classes|meetings?|film|flights?|trips?|journey|holidays?|party|war|match|game|concert|nights?|days?|weeks?|months?|years?|hours?|summer|winter|spring|autumn|mornings?|afternoons?|evenings?|weekends?|lunch|dinner|breakfast|interview|exams?|visit|wedding|festival|pandemic|covid|time|course|training|show|tour|break|storm|school|work|holiday|life|childhood|stay|conversation|call|presentation)$/;
const usual = ['in', 'on', 'at', 'to', 'for', 'of', 'with', 'about', 'from'];
const vague = new Set(['with', 'about', 'from', 'for', 'in', 'on', 'by']);

/**
 * Prepositions that are surely wrong in the blank. What follows settles it for times and vehicles, what stands before it
 * for verbs and adjectives whose prepositions are known; anywhere else only those that hardly ever fit are offered.
 */
export function prepositionDistractors(right: string, governor: string, after: readonly string[]): string[] {
  const settled = impossibleBefore(after);
  if (settled !== null) return settled.filter((each) => each !== right);
  const possible = governed.get(governor);
  const candidates =
    possible === undefined ? usual.filter((each) => !vague.has(each)) : usual.filter((each) => !possible.has(each));
  // nothing happens during a person or a place
  const lasts = after.slice(0, 4).some((word) => event.test(word.toLowerCase()));
  return [...candidates, ...(lasts ? [] : ['during'])].filter((each) => each !== right);
}

/** Whether the word is known to choose its preposition: "listen to", "good at". */
export function governsPreposition(word: string): boolean {
  return governed.has(word);
}
