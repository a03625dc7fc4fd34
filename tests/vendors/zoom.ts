import { type Exchange, type ScriptEntry, type StandIn, startStandIn } from './stand-in.ts';
import { grantToken, isAuthorized, newOauthState, type OauthState } from './zoom-oauth.ts';
import { type FileContent, type StorageState, sizeOf, startZoomStorage } from './zoom-storage.ts';

/** A file as the stand-in's data give it; its download address is made by the server. */
export interface ZoomFileData {
  id?: string;
  recording_start: string;
  recording_end: string;
  file_type: string;
  file_extension?: string;
  recording_type?: string;
  status?: string;
  content: FileContent;
  /** Downloads answer 200 with a web page. */
  refused?: boolean;
}

export interface ZoomMeetingData {
  uuid: string;
  id: number;
  host_id: string;
  host_email?: string;
  topic: string;
  start_time: string;
  duration?: number;
  files: ZoomFileData[];
}

export interface ZoomUserData {
  id?: string;
  email: string;
  display_name?: string;
  status?: string;
}

export interface ZoomState {
  oauth: OauthState;
  users: ZoomUserData[];
  meetings: ZoomMeetingData[];
  /** The server's own page size, below what the client asks for, so that small data make several pages. */
  largestPage: number;
  /** How a span of more than a month is answered: cut silently, or refused. */
  longSpans: 'clip' | 'refuse';
  /** Tokens that download, beside the access tokens (of webhooks). */
  downloadTokens: string[];
  storage: StorageState;
}

export interface ZoomOptions {
  port?: number;
  users?: ZoomUserData[];
  meetings?: ZoomMeetingData[];
  script?: ScriptEntry[];
  oauth?: Partial<OauthState>;
  largestPage?: number;
}

export interface ZoomStandIn extends StandIn<ZoomState> {
  /** For ZOOM_API_BASE_URL and ZOOM_OAUTH_BASE_URL. */
  apiBaseUrl: string;
  oauthBaseUrl: string;
}

const dayMs = 86_400_000;

/** Stands in for Zoom: OAuth, users, recordings, downloads with a redirect to a storage of another origin. */
export async function startZoom(options: ZoomOptions = {}): Promise<ZoomStandIn> {
  const files = new Map<string, FileContent>();
  const storage = await startZoomStorage(() => collectFiles(state.meetings, files));
  const state: ZoomState = {
    oauth: { ...newOauthState(), ...options.oauth },
    users: options.users ?? [],
    meetings: options.meetings ?? [],
    largestPage: options.largestPage ?? 300,
    longSpans: 'clip',
    downloadTokens: [],
    storage: storage.state,
  };
  let base = '';
  const standIn = await startStandIn({
    port: options.port,
    state,
    script: options.script ?? [],
    operationOf,
    handle: async (operation, exchange) => {
      if (operation === 'token') return grantToken(state.oauth, exchange);
      if (operation === 'download') return download(state, exchange, storage.url);
      if (!isAuthorized(state.oauth, exchange.request.headers.authorization)) {
        return exchange.json(401, { code: 124, message: 'Invalid access token.' });
      }
      if (operation === 'list_users') return listUsers(state, exchange);
      if (operation === 'list_recordings') return listRecordings(state, exchange, base);
      if (operation === 'get_meeting_recordings') return getMeeting(state, exchange, base);
      return exchange.json(404, { code: 2300, message: 'This API endpoint is not recognized.' });
    },
  });
  base = standIn.url;
  return {
    ...standIn,
    apiBaseUrl: `${base}/v2`,
    oauthBaseUrl: `${base}/oauth`,
    close: async () => {
      await standIn.close();
      await storage.close();
    },
  };
}

function operationOf(_method: string, url: URL): string {
  if (url.pathname === '/oauth/token') return 'token';
  if (url.pathname === '/v2/users') return 'list_users';
  if (/^\/v2\/users\/[^/]+\/recordings$/.test(url.pathname)) return 'list_recordings';
  if (/^\/v2\/meetings\/.+\/recordings$/.test(url.pathname)) return 'get_meeting_recordings';
  if (url.pathname.startsWith('/rec/download/')) return 'download';
  return 'unknown';
}

function page<T>(state: ZoomState, exchange: Exchange, all: T[]): { items: T[]; next: string } | undefined {
  const size = Math.min(Number(exchange.url.searchParams.get('page_size') ?? 30), state.largestPage);
  if (Number(exchange.url.searchParams.get('page_size') ?? 30) > 300) {
    exchange.json(400, { code: 300, message: 'The value of page_size is invalid.' });
    return undefined;
  }
  const token = exchange.url.searchParams.get('next_page_token');
  const others = [...exchange.url.searchParams].filter(([name]) => name !== 'next_page_token').join('&');
  const [start, repeated] = token ? Buffer.from(token, 'base64url').toString().split('|') : ['0', others];
  if (repeated !== others) {
    exchange.json(400, { code: 300, message: 'The next page token is invalid or expired.' });
    return undefined;
  }
  const begin = Number(start);
  const more = begin + size < all.length;
  const next = more ? Buffer.from(`${begin + size}|${others}`).toString('base64url') : '';
  return { items: all.slice(begin, begin + size), next };
}

function listUsers(state: ZoomState, exchange: Exchange): void {
  const status = exchange.url.searchParams.get('status') ?? 'active';
  const all = state.users.filter((user) => (user.status ?? 'active') === status);
  const found = page(state, exchange, all);
  if (!found) return;
  exchange.json(200, {
    page_count: Math.ceil(all.length / state.largestPage),
    page_size: state.largestPage,
    total_records: all.length,
    next_page_token: found.next,
    users: found.items.map((user) => ({ type: 2, status: 'active', dept: '', timezone: '', ...user })),
  });
}

async function listRecordings(state: ZoomState, exchange: Exchange, base: string): Promise<void> {
  const userId = decodeURIComponent(exchange.url.pathname.split('/')[3] ?? '');
  const user = state.users.find(({ id, email }) => id === userId || email === userId);
  if (!user && userId !== 'me') return exchange.json(404, { code: 1001, message: `User does not exist: ${userId}.` });
  const today = new Date().toISOString().slice(0, 10);
  let from = exchange.url.searchParams.get('from') ?? today;
  const to = exchange.url.searchParams.get('to') ?? today;
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(to) || from > to) {
    return exchange.json(400, {
      code: 300,
      message: 'Invalid field.',
      errors: [{ field: 'from', message: 'Invalid date.' }],
    });
  }
  const monthBefore = new Date(Date.parse(to));
  monthBefore.setUTCMonth(monthBefore.getUTCMonth() - 1);
  const earliest = monthBefore.toISOString().slice(0, 10);
  if (from < earliest && state.longSpans === 'refuse') {
    return exchange.json(400, { code: 300, message: 'The date range is longer than a month.' });
  }
  if (from < earliest) from = earliest;
  // `to` is taken as exclusive of its day here: the reading under which a careless client loses recordings.
  const all = state.meetings.filter((meeting) => {
    const started = Date.parse(meeting.start_time);
    const mine = !user || meeting.host_id === user.id;
    return mine && started >= Date.parse(from) && started < Math.max(Date.parse(to), Date.parse(from) + dayMs);
  });
  const found = page(state, exchange, all);
  if (!found) return;
  exchange.json(200, {
    from,
    to,
    page_count: 1,
    page_size: state.largestPage,
    total_records: all.length,
    next_page_token: found.next,
    // The per-user listing names neither the host's e-mail nor the time zone.
    meetings: found.items.map((meeting) => ({ ...show(meeting, base), host_email: undefined })),
  });
}

async function getMeeting(state: ZoomState, exchange: Exchange, base: string): Promise<void> {
  // Zoom's routing decodes once before it looks for slashes, and its handler once more.
  const once = decodeURIComponent(exchange.url.pathname.replace(/^\/v2\/meetings\//, '').replace(/\/recordings$/, ''));
  const misread = once.startsWith('/') || once.includes('//');
  const key = misread ? '' : decodeURIComponent(once);
  const meeting = state.meetings.find(({ uuid, id }) => uuid === key || String(id) === key);
  if (!meeting) return exchange.json(404, { code: 3301, message: 'There is no recording for this meeting.' });
  exchange.json(200, { ...show(meeting, base), host_email: undefined, participant_audio_files: [] });
}

/** A meeting as Zoom's answers show it, for webhooks as well. */
export function show(meeting: ZoomMeetingData, base: string): Record<string, unknown> {
  const inProgress = meeting.files.some(({ recording_end }) => recording_end === '');
  const { files, ...rest } = meeting;
  return {
    account_id: 'account',
    type: 2,
    timezone: '',
    duration: 0,
    share_url: `${base}/rec/share/${encodeURIComponent(meeting.uuid)}`,
    ...rest,
    total_size: inProgress ? 0 : files.reduce((sum, { content }) => sum + sizeOf(content), 0),
    recording_count: inProgress ? 0 : files.length,
    recording_files: files.map((file, index) => showFile(meeting, file, index, base)),
  };
}

function showFile(meeting: ZoomMeetingData, file: ZoomFileData, index: number, base: string): Record<string, unknown> {
  const { content, refused, ...rest } = file;
  const bare = file.file_type === 'CC' || file.file_type === 'TIMELINE';
  return {
    meeting_id: meeting.uuid,
    ...rest,
    ...(bare
      ? {}
      : { file_size: sizeOf(content), status: file.status ?? 'completed', play_url: `${base}/rec/play/${index}` }),
    download_url: `${base}/rec/download/${encodeURIComponent(`${meeting.uuid}#${index}`)}`,
  };
}

async function download(state: ZoomState, exchange: Exchange, storageUrl: string): Promise<void> {
  const authorization = exchange.request.headers.authorization;
  const token = authorization?.replace(/^Bearer /, '') ?? '';
  const key = decodeURIComponent(exchange.url.pathname.replace('/rec/download/', ''));
  const file = findFile(state.meetings, key);
  const allowed = isAuthorized(state.oauth, authorization) || state.downloadTokens.includes(token);
  if (exchange.url.searchParams.has('access_token')) {
    return exchange.json(401, { code: 124, message: 'Access token in the query is not accepted.' });
  }
  if (!file) return exchange.json(404, { code: 3301, message: 'There is no such file.' });
  if (!allowed || file.refused) {
    exchange.response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' });
    exchange.response.end('<!doctype html><html><body>Only the host can download this recording.</body></html>');
    return;
  }
  const location = `${storageUrl}/${encodeURIComponent(key)}?signature=signed`;
  exchange.response.writeHead(302, { location }).end();
}

function collectFiles(meetings: ZoomMeetingData[], files: Map<string, FileContent>): Map<string, FileContent> {
  files.clear();
  for (const meeting of meetings) {
    for (const [index, file] of meeting.files.entries()) files.set(`${meeting.uuid}#${index}`, file.content);
  }
  return files;
}

function findFile(meetings: ZoomMeetingData[], key: string): ZoomFileData | undefined {
  const [uuid, index] = key.split('#');
  return meetings.find((meeting) => meeting.uuid === uuid)?.files[Number(index)];
}
