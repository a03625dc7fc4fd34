import type { Page } from 'playwright-core';

/** What a page let be heard: sound of so many seconds, or a text that the device was to say. */
export interface Heard {
  seconds?: number;
  rate: number;
  device?: string;
}

/** Notes what is played, and what the device is to say: a browser without a loudspeaker has no voices. */
export function noteSounds(): void {
  const heard: Heard[] = [];
  Object.assign(globalThis, { heard });
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = async function (this: HTMLMediaElement) {
    await play.call(this);
    heard.push({ seconds: this.duration, rate: this.playbackRate });
  };
  speechSynthesis.speak = ({ text, rate }) => void heard.push({ device: text, rate });
}

/** The sound of this place once it came. */
export async function heardAt(page: Page, place: number): Promise<Heard> {
  const heard = await page.waitForFunction((at) => (globalThis as unknown as { heard: Heard[] }).heard[at], place);
  return (await heard.jsonValue()) ?? { rate: 0 };
}

/** Waits until something is so, a minute at most; what follows says whether it is. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600 && !(await isSo()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
