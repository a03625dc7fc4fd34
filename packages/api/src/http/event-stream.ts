import type { Request, Response } from 'express';

/** One event as a browser's EventSource reads it. */
export interface ServerEvent {
  event: string;
  data: object;
}

/** A reader that is so far behind is not there any more. */
const mostWaiting = 1024 * 1024;

/** An answer that stays open and is written to as things happen. */
export class EventStream {
  private isOpen = true;

  constructor(private readonly response: Response) {
    response.once('close', () => {
      this.isOpen = false;
    });
  }

  /** Calls once the stream has ended, whoever ended it. */
  onEnd(listener: () => void): void {
    if (this.isOpen) this.response.once('close', listener);
    else listener();
  }

  /** Sends events, and the id that a reader names when it comes back. */
  send(events: readonly ServerEvent[], id: string): void {
    const lines = events.map(({ event, data }) => `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
    this.write(lines.join(''));
  }

  /** Says that the stream still stands, and up to where: proxies end what is silent for long. */
  beat(id: string): void {
    this.write(`: still here\nid: ${id}\n\n`);
  }

  end(): void {
    if (this.isOpen) this.response.end();
  }

  /** @param retryMs how long a reader is to wait before it comes back */
  begin(retryMs: number): void {
    this.write(`retry: ${retryMs}\n: here\n\n`);
  }

  private write(text: string): void {
    if (!this.isOpen || text === '') return;
    this.response.write(text);
    if (this.response.writableLength > mostWaiting) this.response.destroy();
  }
}

/** Opens a stream at once: no proxy waits for its first byte, none keeps or gathers what is sent. */
export function openEventStream(request: Request, response: Response, serve: (stream: EventStream) => void): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.flushHeaders();
  serve(new EventStream(response));
}
