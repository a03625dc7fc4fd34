import type { ComponentType } from 'react';

interface Arrival<Props> {
  screen: ComponentType<Props> | null;
  error: unknown;
}

/** A screen whose code comes when it is first shown. */
export interface LateScreen<Props> {
  arrival(): Arrival<Props>;
  /** Has the code brought; resolves when it is here, or will not come. */
  bring(): Promise<void>;
  /** The same, and calls whom one is to tell. */
  follow(heard: () => void): () => void;
}

/** A screen that is not part of the first code. */
export function later<Props>(load: () => Promise<ComponentType<Props>>): LateScreen<Props> {
  let arrival: Arrival<Props> = { screen: null, error: null };
  let brought: Promise<void> | null = null;
  const waiting = new Set<() => void>();
  const arrive = (came: Arrival<Props>): void => {
    arrival = came;
    for (const heard of waiting) heard();
  };
  const bring = (): Promise<void> => {
    brought ??= load().then(
      (screen) => arrive({ screen, error: null }),
      (error: unknown) => arrive({ screen: null, error }),
    );
    return brought;
  };
  return {
    arrival: () => arrival,
    bring,
    follow: (heard) => {
      waiting.add(heard);
      void bring();
      return () => waiting.delete(heard);
    },
  };
}
