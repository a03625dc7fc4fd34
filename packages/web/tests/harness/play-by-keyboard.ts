import type { Page } from 'playwright-core';

/** So many answers end every session of these tests. */
const mostSteps = 80;

/**
 * Plays a session to its end with nothing but the keyboard; every game is answered somehow, rightly or not.
 * @returns the names of the games that came up, and each verdict as it was read out
 */
export async function playByKeyboard(page: Page): Promise<{ games: Set<string>; verdicts: string[] }> {
  const games = new Set<string>();
  const verdicts: string[] = [];
  const done = page.getByRole('heading', { name: 'Done!' });
  const onward = page.getByRole('button', { name: 'Go on' });
  for (let step = 0; step < mostSteps; step++) {
    await page.getByText('/', { exact: false }).first().waitFor();
    if (await done.isVisible()) return { games, verdicts };
    const game = (await page.locator('h1').textContent()) ?? '';
    games.add(game);
    await answerByKeyboard(page, game);
    if (game === 'Flashcards') continue;
    await onward.waitFor();
    verdicts.push((await page.locator('[aria-live="polite"]').textContent()) ?? '');
    await page.keyboard.press('Enter');
    await onward.waitFor({ state: 'detached' });
  }
  throw new Error(`The session did not end in ${mostSteps} answers.`);
}

/** Answers the item on the table. */
export async function answerByKeyboard(page: Page, game: string): Promise<void> {
  switch (game) {
    case 'Flashcards':
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Well' }).waitFor();
      await page.keyboard.press('3');
      return;
    case 'Spelling':
      await page.keyboard.type('seperate');
      await page.keyboard.press('Enter');
      return;
    case 'Build the sentence':
      // Enter places the word that has the focus, which goes on to the next, and at last to the check.
      for (
        let left = await page.getByRole('list', { name: 'Words to choose from' }).getByRole('button').count();
        left >= 0;
        left--
      ) {
        await page.keyboard.press('Enter');
      }
      return;
    default:
      await page.keyboard.press('1');
  }
}
