import { type StandIn, startStandIn } from './stand-in.ts';

export interface SupabaseStorageState {
  key: string;
  /** Names of the buckets; every one is private. */
  buckets: string[];
  /** Files by bucket and path. */
  files: Record<string, { content: Buffer; at: string }>;
  /** The project's limit for one file. */
  fileSizeLimit: number;
}

/** Stands in for the Storage of a hosted project: ranges, statuses wrapped in a 400, names without their folder. */
export function startSupabaseStorage(
  state: Partial<SupabaseStorageState> = {},
): Promise<StandIn<SupabaseStorageState>> {
  const whole: SupabaseStorageState = {
    key: 'sb_secret_stand_in',
    buckets: [],
    files: {},
    fileSizeLimit: 50_000_000,
    ...state,
  };
  return startStandIn({
    state: whole,
    operationOf: (method, url) => {
      const path = url.pathname.replace('/storage/v1/', '');
      if (path.startsWith('bucket')) return method === 'POST' ? 'make bucket' : 'bucket';
      if (path.startsWith('object/list/')) return 'list';
      return { POST: 'upload', GET: 'download', DELETE: 'remove' }[method] ?? 'unknown';
    },
    handle: async (operation, { request, response, url, json, readText }) => {
      const refuse = (statusCode: string, error: string) => json(400, { statusCode, error, message: error });
      if (request.headers.apikey !== whole.key) return refuse('403', 'Unauthorized');
      const path = url.pathname.replace('/storage/v1/', '');
      if (operation === 'make bucket') {
        const { id } = JSON.parse(await readText()) as { id: string };
        if (whole.buckets.includes(id)) return refuse('409', 'Duplicate');
        whole.buckets.push(id);
        return json(200, { name: id });
      }
      const bucket = path.replace(/^(object\/list|object|bucket)\//, '').split('/')[0] ?? '';
      if (!whole.buckets.includes(bucket)) return refuse('404', 'Bucket not found');
      if (operation === 'bucket') return json(200, { id: bucket, public: false });
      const name = decodeURIComponent(path.replace(/^object\//, ''));
      if (operation === 'upload') {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const content = Buffer.concat(chunks);
        if (content.length > whole.fileSizeLimit) return refuse('413', 'Payload too large');
        if (whole.files[name] && request.headers['x-upsert'] !== 'true') return refuse('409', 'Duplicate');
        whole.files[name] = { content, at: new Date().toISOString() };
        return json(200, { Key: name });
      }
      if (operation === 'list') {
        const wish = JSON.parse(await readText()) as { prefix: string; limit: number; offset: number; search?: string };
        const folder = `${bucket}/${wish.prefix}/`;
        const found = Object.entries(whole.files)
          .filter(([key]) => key.startsWith(folder) && key.slice(folder.length).startsWith(wish.search ?? ''))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .slice(wish.offset, wish.offset + wish.limit);
        const rows = found.map(([key, { content, at }]) => ({
          name: key.slice(folder.length),
          id: key,
          created_at: at,
          updated_at: at,
          metadata: { size: content.length },
        }));
        return json(200, rows);
      }
      if (operation === 'remove') {
        const { prefixes } = JSON.parse(await readText()) as { prefixes: string[] };
        for (const prefix of prefixes) delete whole.files[`${bucket}/${prefix}`];
        return json(200, []);
      }
      const file = whole.files[name];
      if (!file) return refuse('404', 'not_found');
      const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
      const [from, to] = [Number(range?.[1] ?? 0), Math.min(Number(range?.[2] ?? Infinity), file.content.length - 1)];
      response.writeHead(range ? 206 : 200, {
        'content-type': 'application/octet-stream',
        ...(range ? { 'content-range': `bytes ${from}-${to}/${file.content.length}` } : {}),
      });
      response.end(file.content.subarray(from, to + 1));
    },
  });
}
