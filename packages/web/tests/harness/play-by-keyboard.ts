import type { Page } from 'playwright-core';
import { type Played, playSession } from './play-session.ts';

/** Plays a session to its end with nothing but the keyboard; every game is answered somehow, rightly or not. */
export const playByKeyboard = (page: Page): Promise<Played> =>
  playSession(page, { answer: answerByKeyboard, goOn: () => page.keyboard.press('Enter') });

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
