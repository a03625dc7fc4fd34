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
  const look = () => {
    const painted = (note) => requestAnimationFrame(() => setTimeout(() => note(performance.now())));
    if (noted.today === null && document.querySelector('main a[href="/play"], main a[href^="/play/session/"]')) {
      noted.today = 0;
      painted((at) => {
        noted.today = at;
      });
    }
    if (noted.item === null && document.querySelector('[role="group"] [data-first], button[aria-pressed]')) {
      noted.item = 0;
      painted((at) => {
        noted.item = at;
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
  /** What the page noted under a name, once it has; `since` another moment of its clock. */
  const noted = async (name) => {
    const found = await page.waitForFunction((key) => globalThis.noted[key] || null, name, { timeout: 60_000 });
    return found.jsonValue();
  };
  return { page, loaded, noted };
}
