// What a page notes of itself, in its own clock, for a measurement from outside waits for messages between processes.

/** Runs in the page before anything else: notes when Today, an item and each verdict are painted. */
function watch() {
  const noted = { today: null, item: null, verdicts: [] };
  globalThis.noted = noted;
  let pressedAt = null;
  addEventListener(
    'keydown',
    (event) => {
      if (document.querySelector('[aria-live="polite"]')?.textContent === '') pressedAt = event.timeStamp;
    },
    true,
  );
  const painted = (note) => requestAnimationFrame(() => setTimeout(() => note(performance.now())));
  const looks = {
    today: () => document.querySelector('main a[href="/play"], main a[href^="/play/session/"]'),
    item: () => document.querySelector('[role="group"] [data-first], button[aria-pressed]'),
  };
  const look = () => {
    for (const [name, find] of Object.entries(looks)) {
      if (noted[name] !== null || !find()) continue;
      noted[name] = 0;
      painted((at) => {
        noted[name] = at;
        console.debug(`noted ${name} ${at}`);
      });
    }
    if (pressedAt !== null && document.querySelector('[aria-live="polite"]')?.textContent) {
      const from = pressedAt;
      pressedAt = null;
      painted((at) => noted.verdicts.push(at - from));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}

/** A page that is watched, as slow as the phone of the budgets, and counts what comes over the network. */
export async function openWatched(context, { cpu, network }) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await session.send('Network.emulateNetworkConditions', network);
  const scripts = new Set();
  const loaded = { bytes: 0, scripts: 0, requests: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    loaded.bytes += encodedDataLength;
    loaded.requests += 1;
    if (scripts.has(requestId)) loaded.scripts += encodedDataLength;
  });
  /**
   * When Today or an item was painted. The page tells it by itself: a question from outside would bring some hundred
   * kilobytes of Playwright's own code into it, in the very moments that are measured.
   */
  const painted = async (name) => {
    const told = await page.waitForEvent('console', {
      predicate: (message) => message.text().startsWith(`noted ${name} `),
      timeout: 60_000,
    });
    return Number(told.text().split(' ').at(-1));
  };
  const verdicts = () => page.evaluate(() => globalThis.noted.verdicts);
  return { page, loaded, painted, verdicts };
}
