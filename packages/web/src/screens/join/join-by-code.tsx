import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { JoinForm } from './join-form.tsx';

/** The same on a screen about something else: it leads to the invitation. */
export function JoinByCode(): ReactNode {
  const [, navigate] = useLocation();
  // Behind the # it reaches no server's log, as in the links that teachers send; spaces and dashes do not count.
  return <JoinForm join={(code) => navigate(`/join#${code.replaceAll(/\W/g, '')}`)} />;
}
