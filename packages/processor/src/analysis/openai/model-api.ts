import type { z } from 'zod';
import type { ModelReply } from './model-answer.ts';

/** A question as it goes to a model, in whichever form its server speaks. */
export interface AskedQuestion {
  instructions: string;
  input: string;
  /** A name for the form of the answer; servers want one. */
  name: string;
  schema: z.ZodType;
  /** The answer of before that could not be used, and why. */
  repair: { said: string; objection: string } | null;
}

/** Tokens that a server counted. */
export interface CountedTokens {
  input: number;
  output: number;
}

/** One way to talk with a model. What it sends may throw all that the SDK throws. */
export interface ModelApi {
  send(question: AskedQuestion, signal: AbortSignal): Promise<unknown>;
  /** All that the model has to read of a question. */
  textOf(question: AskedQuestion): string;
  read(response: unknown): ModelReply;
  /** What a response cost, also where it is a refusal or cut off; undefined where the server does not say. */
  usageOf(response: unknown): CountedTokens | undefined;
}

/** The words of all turns. */
export const textOfTurns = (question: AskedQuestion): string =>
  turnsOf(question)
    .map(({ content }) => content)
    .join('\n');

/** Longer parts of a useless answer tell a model nothing more. */
const mostRepeated = 2_000;

/** The turns of the talk: the question and, where it was answered badly, that answer and what is wrong with it. */
export function turnsOf({ input, repair }: AskedQuestion): { role: 'user' | 'assistant'; content: string }[] {
  if (repair === null) return [{ role: 'user', content: input }];
  const objection = `This answer cannot be used: ${repair.objection}. Answer the question again, with one JSON object that keeps the schema and nothing around it.`;
  return [
    { role: 'user', content: input },
    { role: 'assistant', content: repair.said.slice(0, mostRepeated) },
    { role: 'user', content: objection },
  ];
}
