import { useEffect } from 'react';
import { useServices } from '../app/services.tsx';
import type { PlaySession } from './play-item.ts';

/** Brings what a session by ear lets hear onto the device, one after the other: a network may end at any time. */
export function useSoundsAhead({ items }: PlaySession): void {
  const { voice } = useServices();
  useEffect(() => {
    let current = true;
    const prepareAll = async (): Promise<void> => {
      for (const { sound } of items) if (current && sound !== null) await voice.prepare(sound);
    };
    void prepareAll();
    return () => {
      current = false;
    };
  }, [items, voice]);
}
