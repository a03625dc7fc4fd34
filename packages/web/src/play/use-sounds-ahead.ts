import { useEffect } from 'react';
import { useServices } from '../app/services.tsx';
import type { PlayItem } from './play-item.ts';

/** So many items are made ready: enough for a tunnel, and no burst of requests. */
const itemsAhead = 5;

/** Brings what is heard next, by ear, onto the device, one after the other: a network may end at any time. */
export function useSoundsAhead(queue: readonly PlayItem[]): void {
  const { voice } = useServices();
  useEffect(() => {
    let current = true;
    const prepareNext = async (): Promise<void> => {
      for (const { sound } of queue.slice(0, itemsAhead)) if (current && sound !== null) await voice.prepare(sound);
    };
    void prepareNext();
    return () => {
      current = false;
    };
  }, [queue, voice]);
}
