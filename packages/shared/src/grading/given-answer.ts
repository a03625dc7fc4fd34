/** What a learner answered: a typed word, an option by index or text, a list of options, or tokens in order. */
export type GivenAnswer = string | number | readonly (string | number)[];

/** An answer that its game cannot read; the message goes on after the field's name. */
export class UnreadableAnswer extends Error {}
