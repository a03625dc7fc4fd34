import { useEffect, useRef } from 'react';

/** Whether a key goes into a field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);

/** The keys 1 to 9 choose, as long as nobody types. */
export function useNumberKeys(isOpen: boolean, choose: (index: number) => void): void {
  const chosen = useRef(choose);
  chosen.current = choose;
  useEffect(() => {
    if (!isOpen) return;
    const press = (event: KeyboardEvent): void => {
      if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target))
        return;
      event.preventDefault();
      chosen.current(Number(event.key) - 1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOpen]);
}
