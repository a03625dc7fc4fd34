import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  type AudioFolder,
  type AudioStore,
  type ByteRange,
  requireStoredName,
  type StoredAudio,
} from '../audio-store/index.ts';
import { DependencyUnavailableError, NotFoundError, UpstreamError } from '../errors/index.ts';
import { cutToRange } from './cut-to-range.ts';

const bucket = 'lesson-audio';
const pageSize = 500;
/** Questions have short answers; a stream may run as long as it flows. */
const questionMs = 30_000;

const Listed = z.array(
  z.object({
    name: z.string(),
    // Folders within a folder have no id.
    id: z.string().nullable(),
    created_at: z.string().nullish(),
    updated_at: z.string().nullish(),
    metadata: z.object({ size: z.number().optional() }).nullish(),
  }),
);

const Refusal = z.object({ statusCode: z.union([z.string(), z.number()]).optional(), error: z.string().optional() });

/** Sound in a private bucket of Supabase Storage. Its bucket is made when it is first needed. */
export class StorageAudioStore implements AudioStore {
  /** @param url of the project, as the lessons database has it; @param key its secret key */
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  async put(name: string, content: Readable): Promise<void> {
    // A stream goes up once: the bucket must be there before.
    await this.ensureBucket();
    // What broke off meanwhile would keep the call waiting for an end that never comes.
    if (content.destroyed) throw content.errored ?? new Error('The sound ended before it could be stored.');
    const answer = await this.call('POST', `object/${bucket}/${requireStoredName(name)}`, {
      headers: { 'Content-Type': 'application/octet-stream', 'x-upsert': 'true' },
      body: Readable.toWeb(content),
      duplex: 'half',
    });
    await this.expect(answer, 'Storing sound');
    await answer.body?.cancel();
  }

  async read(name: string, range?: ByteRange): Promise<Readable> {
    const headers = range ? { Range: `bytes=${range.from}-${range.to}` } : {};
    const answer = await this.call('GET', `object/${bucket}/${requireStoredName(name)}`, { headers });
    if (await isMissing(answer)) throw new NotFoundError('The recording');
    await this.expect(answer, 'Reading sound');
    if (answer.body === null) return Readable.from([]);
    const content = Readable.fromWeb(answer.body);
    // A server that knows no ranges sends the whole.
    return range && answer.status === 200 ? cutToRange(content, range) : content;
  }

  async sizeOf(name: string): Promise<number | undefined> {
    const [folder = '', own = ''] = requireStoredName(name).split('/');
    const found = (await this.page(folder, 0, own)).find((one) => ownName(one.name, folder) === own);
    return found?.metadata?.size;
  }

  async *list(folder: AudioFolder): AsyncGenerator<StoredAudio> {
    for (let offset = 0; ; offset += pageSize) {
      const page = await this.page(folder, offset);
      for (const { name, id, metadata, created_at, updated_at } of page) {
        if (id === null) continue;
        const storedAt = new Date(updated_at ?? created_at ?? 0);
        yield { name: `${folder}/${ownName(name, folder)}`, size: metadata?.size ?? 0, storedAt };
      }
      if (page.length < pageSize) return;
    }
  }

  async delete(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const answer = await this.call('DELETE', `object/${bucket}`, jsonBody({ prefixes: names.map(requireStoredName) }));
    if (await isMissing(answer)) return;
    await this.expect(answer, 'Removing sound');
    await answer.body?.cancel();
  }

  private async page(folder: string, offset: number, search = ''): Promise<z.infer<typeof Listed>> {
    const wish = { prefix: folder, limit: pageSize, offset, search, sortBy: { column: 'name', order: 'asc' } };
    const answer = await this.call('POST', `object/list/${bucket}`, jsonBody(wish));
    if (await isMissing(answer)) return [];
    await this.expect(answer, 'Listing sound');
    return Listed.parse(await answer.json());
  }

  private async ensureBucket(): Promise<void> {
    const found = await this.call('GET', `bucket/${bucket}`);
    await found.body?.cancel();
    if (found.ok) return;
    const made = await this.call('POST', 'bucket', jsonBody({ id: bucket, name: bucket, public: false }));
    // Another process made it a moment ago.
    if (!made.ok && (await statusOf(made)) !== 409) await this.expect(made, 'Making the bucket for sound');
    await made.body?.cancel();
  }

  private async call(method: string, path: string, more: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
    const streams = method === 'GET' || more.duplex === 'half';
    try {
      return await fetch(`${this.url}/storage/v1/${path}`, {
        method,
        ...more,
        headers: { apikey: this.key, Authorization: `Bearer ${this.key}`, ...more.headers },
        ...(streams ? {} : { signal: AbortSignal.timeout(questionMs) }),
      });
    } catch (cause) {
      throw new DependencyUnavailableError('The store for sound cannot be reached.', { cause });
    }
  }

  private async expect(answer: Response, doing: string): Promise<void> {
    if (answer.ok) return;
    const status = await statusOf(answer);
    if (status >= 500 || status === 429) {
      throw new DependencyUnavailableError(`${doing}: the store for sound answers ${status}.`);
    }
    const remedy = status === 413 ? ': raise the file size limit of the project’s Storage' : '';
    throw new UpstreamError(`${doing}: the store for sound refused (${status})${remedy}.`);
  }
}

const jsonBody = (body: unknown): RequestInit => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/** Hosted Storage names what lies in a folder without it, others with it. */
const ownName = (name: string, folder: string): string =>
  name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : name;

/** The status that a refusal means: Storage wraps many in a 400 that names another in its body. */
async function statusOf(answer: Response): Promise<number> {
  const body = await answer
    .clone()
    .json()
    .catch(() => null);
  const refusal = Refusal.safeParse(body);
  return Number(refusal.success ? (refusal.data.statusCode ?? answer.status) : answer.status) || answer.status;
}

async function isMissing(answer: Response): Promise<boolean> {
  return !answer.ok && (await statusOf(answer)) === 404;
}
