import { type ReactNode, useSyncExternalStore } from 'react';
import { Loading } from '../ui/states.tsx';
import type { LateScreen } from './late-screen.ts';

/** Shows a screen whose code comes when it is wanted. React’s own `lazy` shows what came no sooner than 300 ms after it showed that it waits. */
export function Later<Props extends object>(props: { screen: LateScreen<Props>; given: Props }): ReactNode {
  const { screen: Came, error } = useSyncExternalStore(props.screen.follow, props.screen.arrival);
  // For whoever shows what to do where a screen fails.
  if (error !== null) throw error;
  return Came === null ? <Loading /> : <Came {...props.given} />;
}
