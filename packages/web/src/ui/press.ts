/** Whether something is being pressed on the page right now. */
export interface Press {
  /** Resolves when nothing is pressed, and what the press was for has heard of it. */
  over(): Promise<void>;
}

/** Follows fingers and buttons on a page, so that nothing is exchanged under them. */
export function followPresses(page: EventTarget): Press {
  const pressed = new Set<number>();
  const waiting = new Set<() => void>();
  const end = (event: Event): void => {
    pressed.delete(idOf(event));
    // The click comes right behind the release.
    setTimeout(() => {
      if (pressed.size > 0) return;
      for (const go of waiting) go();
      waiting.clear();
    });
  };
  page.addEventListener('pointerdown', (event) => pressed.add(idOf(event)), true);
  for (const name of ['pointerup', 'pointercancel']) page.addEventListener(name, end, true);
  return {
    over: () =>
      new Promise((resolve) => {
        if (pressed.size === 0) resolve();
        else waiting.add(resolve);
      }),
  };
}

const idOf = (event: Event): number =>
  'pointerId' in event && typeof event.pointerId === 'number' ? event.pointerId : 0;
