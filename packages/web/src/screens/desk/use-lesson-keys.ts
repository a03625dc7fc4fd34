import { type RefObject, useEffect } from 'react';

/** `j` and `k` go from lesson to lesson, as they go from exercise to exercise in a review; Enter opens one. */
export function useLessonKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
      const by = key === 'j' ? 1 : key === 'k' ? -1 : 0;
      const isField = target instanceof HTMLElement && target.matches('input, textarea, select, dialog *');
      if (by === 0 || isField || ctrlKey || altKey || metaKey) return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>('h2 a') ?? [])];
      const here = document.activeElement;
      const from = here instanceof HTMLElement ? links.indexOf(here) : -1;
      links[Math.max(0, Math.min(links.length - 1, from < 0 ? 0 : from + by))]?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [list]);
}
