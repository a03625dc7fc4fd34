import type { Page } from 'playwright-core';
import { type Played, playSession } from './play-session.ts';

/** Plays a session to its end by taps alone, but for the word that the phone's own keyboard types. */
export const playByTouch = (page: Page, look?: (page: Page, game: string) => Promise<void>): Promise<Played> =>
  playSession(page, { answer: answerByTouch, goOn: (button) => button.tap(), ...(look && { look }) });

async function answerByTouch(page: Page, game: string): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  switch (game) {
    case 'Flashcards':
      await button('Turn the card').tap();
      await button('Well').tap();
      return;
    case 'Spelling': {
      const field = page.getByRole('textbox', { name: 'The word' });
      await field.tap();
      await field.fill('seperate');
      await button('Check').tap();
      return;
    }
    case 'Build the sentence': {
      const words = page.getByRole('list', { name: 'Words to choose from' }).getByRole('button');
      for (let left = await words.count(); left > 0; left--) await words.first().tap();
      await button('Check').tap();
      return;
    }
    default:
      await page.locator('button[aria-pressed]').first().tap();
  }
}
