/** What the server says has changed; `reset` says: look at everything again. */
export interface News {
  event: string;
  id?: string;
  class_id?: string | null;
  status?: string;
  revision?: number;
}

/** A block of a stream of events: what it tells, and the id to come back with. */
export interface Block {
  news: News | null;
  id: string | null;
}

/** Reads a stream of events, block by block; a beat is a block without news. */
export async function* readEvents(body: NonNullable<Response['body']>): AsyncGenerator<Block> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let rest = ''; ; ) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) yield readBlock(block);
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function readBlock(block: string): Block {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const [name = '', ...value] = line.split(': ');
      return [name, value.join(': ')];
    }),
  );
  const event = fields.get('event');
  const news = event === undefined ? null : { ...toObject(fields.get('data')), event };
  return { news, id: fields.get('id') ?? null };
}

function toObject(data: string | undefined): object {
  const value: unknown = data === undefined ? {} : JSON.parse(data);
  return typeof value === 'object' && value !== null ? value : {};
}
