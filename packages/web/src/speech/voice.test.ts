import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../api/client.ts';
import { createVoice } from './voice.ts';

/** What a browser plays with, as far as a voice needs it: each sound is said by its address once it was let. */
class Player {
  static started: Player[] = [];
  playbackRate = 1;
  private refuse: (error: Error) => void = () => undefined;
  constructor(readonly url: string) {}
  addEventListener(): void {}
  play(): Promise<void> {
    Player.started.push(this);
    return new Promise((_, reject) => {
      this.refuse = reject;
    });
  }
  pause(): void {
    this.refuse(new Error('The play() request was interrupted by a call to pause().'));
  }
}

const spoken: string[] = [];
const browser = {
  Audio: Player,
  location: { href: 'http://app.invalid/', origin: 'http://app.invalid' },
  navigator: { onLine: true },
  SpeechSynthesisUtterance: class {
    constructor(readonly text: string) {}
  },
  speechSynthesis: {
    cancel: () => undefined,
    getVoices: () => [],
    speak: ({ text }: { text: string }) => spoken.push(text),
  },
};

let server: Server;
/** Answers that the server has not given yet, by the path that was asked for. */
const waiting = new Map<string, ServerResponse>();
const asked = async (path: string): Promise<ServerResponse> => {
  for (;;) {
    const response = waiting.get(path);
    if (response) return response;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

beforeAll(async () => {
  for (const [name, value] of Object.entries(browser))
    Object.defineProperty(globalThis, name, { value, configurable: true });
  server = createServer((request, response) => void waiting.set(request.url ?? '', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  waiting.clear();
  spoken.length = 0;
  Player.started = [];
});
const openVoice = () =>
  createVoice(createApi(async () => null, `http://127.0.0.1:${(server.address() as AddressInfo).port}`));
const later = { text: 'later', clipId: null, recording: null };

test('a recording that a newer sound interrupted is not said by the device on top of it', async () => {
  const voice = openVoice();
  const first = voice.say('first', 'w1');
  const response = await asked('/api/v1/spelling/pronunciations/w1');
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ pronunciation_url: 'https://sounds.invalid/w1.mp3' }));
  while (Player.started.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await voice.hear(later)).toBe(true);
  expect(await first).toBe(true);
  expect(spoken).toEqual(['later']);
});

test('a clip that arrives after something newer was wished is not played any more', async () => {
  const voice = openVoice();
  const clip = voice.playClip('c1');
  const response = await asked('/api/v1/clips/c1');
  expect(await voice.hear(later)).toBe(true);
  response.writeHead(200, { 'Content-Type': 'audio/mp4' });
  response.end('sound');
  expect(await clip).toBe(true);
  expect(Player.started).toEqual([]);
  expect(spoken).toEqual(['later']);
});

test('what has no sound of its own is said by the device', async () => {
  expect(await openVoice().say('alone')).toBe(true);
  expect(spoken).toEqual(['alone']);
});
