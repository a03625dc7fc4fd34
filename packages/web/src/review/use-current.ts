import { type RefObject, useCallback, useRef, useState } from 'react';

/** A state whose newest value can also be read before it is drawn, by what goes on after an answer has come. */
export function useCurrent<T>(first: () => T): [T, RefObject<T>, (by: (now: T) => T) => void] {
  const [value, setValue] = useState(first);
  const current = useRef(value);
  const change = useCallback((by: (now: T) => T): void => {
    current.current = by(current.current);
    setValue(current.current);
  }, []);
  return [value, current, change];
}
