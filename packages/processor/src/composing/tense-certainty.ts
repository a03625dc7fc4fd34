/** Marks that leave only one tense possible. */
const finished =
  /\b(?:yesterday|ago|last (?:night|week|month|year|summer|winter|spring|autumn|time|\w+day)|in (?:19|20)\d\d|when (?:i|he|she|we|they|you) (?:was|were)|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/i;
const lasting = /\bsince\b|\bfor (?:\S+ ){0,3}(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|ages|long)\b/i;
const habit = /\b(?:every|always|usually|often|never|sometimes|on \w+days)\b/i;
const coming = /\b(?:tomorrow|next (?:week|month|year|time|\w+day)|soon)\b/i;
const state =
  /^(?:belong|know|understand|like|want|need|own|believe|prefer|hate|love|seem|mean|remember|agree|cost|contain)$/;

/** Whether the sentence itself says when it happens. */
export function saysWhen(sentence: string): 'finished' | 'lasting' | 'habit' | 'coming' | null {
  // "When did you start?" asks for a point in time
  if (finished.test(sentence) || /^when\b[^,]*\?$/i.test(sentence)) return 'finished';
  if (lasting.test(sentence)) return 'lasting';
  if (coming.test(sentence)) return 'coming';
  return habit.test(sentence) ? 'habit' : null;
}

/** Whether a verb names a state: such verbs have no -ing tenses. */
export function isState(lemma: string): boolean {
  return state.test(lemma);
}
