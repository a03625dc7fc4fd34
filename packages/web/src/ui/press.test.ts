import { followPresses } from './press.ts';

/** An event of a finger; Node has no pointers of its own. */
const finger = (name: string, pointerId: number): Event => Object.assign(new Event(name), { pointerId });
const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('nothing is exchanged under a finger, and everything behind its click', async () => {
  const page = new EventTarget();
  const press = followPresses(page);
  const heard: string[] = [];
  await press.over();
  page.dispatchEvent(finger('pointerdown', 1));
  page.dispatchEvent(finger('pointerdown', 2));
  const over = press.over().then(() => heard.push('exchanged'));
  page.dispatchEvent(finger('pointercancel', 2));
  await moment();
  expect(heard).toEqual([]);
  page.dispatchEvent(finger('pointerup', 1));
  await Promise.resolve();
  heard.push('click');
  await over;
  expect(heard).toEqual(['click', 'exchanged']);
});
