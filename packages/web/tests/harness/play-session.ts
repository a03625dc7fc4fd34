import type { Locator, Page } from 'playwright-core';

/** So many answers end every session of these tests. */
const mostSteps = 80;

/** How a person plays: with keys, with a finger. */
export interface Hand {
  answer(page: Page, game: string): Promise<void>;
  goOn(button: Locator): Promise<void>;
  /** Looks at an item before it is answered. */
  look?(page: Page, game: string): Promise<void>;
}

/** The names of the games that came up, and each verdict as it was read out. */
export interface Played {
  games: Set<string>;
  verdicts: string[];
}

/** Plays a session to its end. */
export async function playSession(page: Page, hand: Hand): Promise<Played> {
  const games = new Set<string>();
  const verdicts: string[] = [];
  const done = page.getByRole('heading', { name: 'Done!' });
  const onward = page.getByRole('button', { name: 'Go on' });
  for (let step = 0; step < mostSteps; step++) {
    await page.getByText('/', { exact: false }).first().waitFor();
    if (await done.isVisible()) return { games, verdicts };
    const game = (await page.locator('h1').textContent()) ?? '';
    games.add(game);
    await hand.look?.(page, game);
    await hand.answer(page, game);
    if (game === 'Flashcards') continue;
    await onward.waitFor();
    verdicts.push((await page.locator('[aria-live="polite"]').textContent()) ?? '');
    await hand.goOn(onward);
    await onward.waitFor({ state: 'detached' });
  }
  throw new Error(`The session did not end in ${mostSteps} answers.`);
}
