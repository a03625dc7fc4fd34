import { useEffect, useRef, useState } from 'react';
import { mayDoBetterLater } from '../api/problem.ts';

/** Edits are sent once the teacher's hands rest. */
const restMs = 700;
/** What could not be sent is sent again after pauses that grow up to this. */
const longestPauseMs = 30_000;

/** Sends what changed when the hands rest, and again when the server or the network may be back; what was refused waits for a change. */
export function useResending(what: unknown, isOn: boolean, send: () => Promise<unknown>): void {
  const [failures, setFailures] = useState(0);
  const refused = useRef<unknown>(null);
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!isOn || refused.current === what) return;
    const start = (): void => {
      clearTimeout(timer);
      void latest.current().then(
        () => setFailures(0),
        (error: unknown) => {
          if (!mayDoBetterLater(error)) refused.current = what;
          setFailures((count) => (mayDoBetterLater(error) ? count + 1 : 0));
        },
      );
    };
    const pauseMs = failures === 0 ? restMs : Math.min(longestPauseMs, 2000 * 2 ** (failures - 1));
    const timer = setTimeout(start, pauseMs);
    addEventListener('online', start);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', start);
    };
  }, [what, isOn, failures]);
}
