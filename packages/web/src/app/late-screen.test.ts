import { later } from './late-screen.ts';

const Screen = (): null => null;

test('the code of a screen is asked for once, when it is first wanted, and is there at once from then on', async () => {
  let asked = 0;
  const screen = later(async () => {
    asked += 1;
    return Screen;
  });
  expect([asked, screen.arrival().screen]).toEqual([0, null]);
  const heard: string[] = [];
  const leave = screen.follow(() => heard.push('left'));
  leave();
  screen.follow(() => heard.push('stayed'));
  await screen.bring();
  expect(heard).toEqual(['stayed']);
  expect(screen.arrival()).toEqual({ screen: Screen, error: null });
  expect(asked).toBe(1);
});

test('code that does not come says why', async () => {
  const lost = new Error('The network is gone.');
  const screen = later(() => Promise.reject(lost));
  await screen.bring();
  expect(screen.arrival()).toEqual({ screen: null, error: lost });
});
