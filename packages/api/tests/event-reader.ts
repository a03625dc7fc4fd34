/** An event as a browser would hand it on. */
export interface ReadEvent {
  event: string;
  id: string;
  data: Record<string, unknown>;
}

/** A stream of events that is being read. */
export interface EventReader {
  response: Response;
  events: ReadEvent[];
  /** The last id that was named, with an event or without. */
  lastId(): string;
  comments: string[];
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  /** Waits until an event is there that fits; fails when the stream ends first. */
  until(fits: (event: ReadEvent) => boolean): Promise<ReadEvent>;
  leave(): void;
}

/** Opens a stream and reads it by the rules of the HTML standard, as far as we use them. */
export async function readEvents(url: string, headers: Record<string, string>): Promise<EventReader> {
  const leaving = new AbortController();
  const response = await fetch(url, { headers, signal: leaving.signal });
  const events: ReadEvent[] = [];
  const comments: string[] = [];
  const waiting = new Set<() => void>();
  let id = '';
  let isOver = false;
  const take = (block: string): void => {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      const [name = '', ...rest] = line.split(': ');
      if (name === '' || line.startsWith(':')) comments.push(line);
      else fields.set(name, rest.join(': '));
    }
    id = fields.get('id') ?? id;
    const data = fields.get('data');
    if (data !== undefined) events.push({ event: fields.get('event') ?? 'message', id, data: JSON.parse(data) });
    for (const wake of waiting) wake();
  };
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const text of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) take(block);
    }
  };
  const ended = read()
    .catch(() => undefined)
    .then(() => {
      isOver = true;
      for (const wake of waiting) wake();
    });
  const until = async (fits: (event: ReadEvent) => boolean): Promise<ReadEvent> => {
    for (;;) {
      const found = events.find(fits);
      if (found) return found;
      if (isOver) throw new Error(`The stream ended with ${JSON.stringify(events)}.`);
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
      });
    }
  };
  return { response, events, comments, ended, until, lastId: () => id, leave: () => leaving.abort() };
}
