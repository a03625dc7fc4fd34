import { useEffect, useRef } from 'react';

/** What the keys of the desk do. */
export interface ReviewKeys {
  next(): void;
  previous(): void;
  keep(): unknown;
  drop(): unknown;
  edit(): unknown;
  undo(): unknown;
  play(): void;
  startEarlier(): void;
  startLater(): void;
  endEarlier(): void;
  endLater(): void;
  removeClip(): void;
}

const keyOf: Readonly<Record<string, keyof ReviewKeys>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  a: 'keep',
  x: 'drop',
  e: 'edit',
  u: 'undo',
  s: 'play',
  p: 'play',
  '[': 'startEarlier',
  ']': 'startLater',
  '{': 'endEarlier',
  '}': 'endLater',
  c: 'removeClip',
};

/** One key an act, as long as nobody types or chooses in a field. */
export function useReviewKeys(isOn: boolean, keys: ReviewKeys): void {
  const acts = useRef(keys);
  acts.current = keys;
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      const isField = target instanceof HTMLElement && target.matches('input, textarea, select, dialog *');
      const act = keyOf[event.key];
      if (isField || event.ctrlKey || event.altKey || event.metaKey || act === undefined) return;
      event.preventDefault();
      acts.current[act]();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOn]);
}
