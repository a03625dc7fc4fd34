import { type GivenAnswer, UnreadableAnswer } from './given-answer.ts';
import { type Grade, plainGrade } from './grade.ts';
import { resolveOption } from './resolve-option.ts';

interface GrammarAnswer {
  readonly options: readonly string[];
  readonly correct_answer: string;
}

/** The verdict on one option, named by its index or its text. */
export function gradeGrammar(content: GrammarAnswer, answer: GivenAnswer): Grade {
  const given = typeof answer === 'object' && answer.length === 1 ? answer[0] : answer;
  if (given === undefined || typeof given === 'object') {
    throw new UnreadableAnswer('is one option, by its index or its text');
  }
  return plainGrade(resolveOption(content.options, given) === content.correct_answer);
}
