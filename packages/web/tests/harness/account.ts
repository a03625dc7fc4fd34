import type { Page } from 'playwright-core';

/** Who makes an account. */
export interface NewPerson {
  name: string;
  email: string;
  password: string;
}

/** Makes an account at whatever address the sign-in page stands, and waits until the app is there. */
export async function makeAccount(page: Page, { name, email, password }: NewPerson): Promise<void> {
  await page.getByRole('button', { name: 'I am new here' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.locator('nav').waitFor();
}
