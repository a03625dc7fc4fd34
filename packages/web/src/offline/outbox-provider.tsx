import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { usePerson } from '../app/person.tsx';
import { useServices } from '../app/services.tsx';
import { learnerDatabase } from './learner-database.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { waitingStore } from './waiting-store.ts';

const OutboxContext = createContext<Outbox | null>(null);

/** One tab sends; another that is at it already will send ours, too, for they share the store. */
function inOneTab(name: string, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) return work();
    throw new Error('Another tab is sending.');
  });
}

/** The outbox of who is signed in: it sends at the start, and when the network or the page comes back. */
export function OutboxProvider({ children }: { children: ReactNode }): ReactNode {
  const { api, signedIn } = useServices();
  const { id } = usePerson();
  const outbox = useMemo(
    () =>
      createOutbox({
        api,
        store: waitingStore(learnerDatabase(id)),
        inOneTab: (work) => inOneTab(`tulkka-outbox-${id}`, work),
        later: (work, ms) => {
          const timer = setTimeout(work, ms);
          return () => clearTimeout(timer);
        },
      }),
    [api, id],
  );
  useEffect(() => {
    const flush = (): void => void outbox.flush();
    flush();
    addEventListener('online', flush);
    document.addEventListener('visibilitychange', flush);
    const stopListening = signedIn.listen(flush);
    return () => {
      removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', flush);
      stopListening();
      outbox.close();
    };
  }, [outbox, signedIn]);
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

/** The outbox; only below its provider. */
export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (outbox === null) throw new Error('useOutbox needs an OutboxProvider above it.');
  return outbox;
}

/** How much waits to be sent. */
export function useWaitingCount(): number {
  const outbox = useOutbox();
  const [count, setCount] = useState(0);
  useEffect(() => {
    const look = (): void => void outbox.count().then(setCount);
    look();
    return outbox.onChange(look);
  }, [outbox]);
  return count;
}
