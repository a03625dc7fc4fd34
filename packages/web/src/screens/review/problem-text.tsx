import type { ReactNode } from 'react';
import type { FieldProblem } from '../../review/problems.ts';
import { English } from '../../ui/english.tsx';
import { Reason } from '../../ui/states.tsx';

/** What is wrong with an item: a rule in the server's words, or why it could not be stored. */
export const ProblemText = ({ problem: { message } }: { problem: FieldProblem }): ReactNode =>
  typeof message === 'string' ? <English>{message}</English> : <Reason error={message} />;
