import type { z } from 'zod';
import { UpstreamError } from '../errors/index.ts';
import { type DownloadRequest, type DownloadResult, RecordingDownloads } from './download.ts';
import { encodeUuid } from './meeting-path.ts';
import { missedWindows, type RecordingWindow, recordingWindows } from './recording-windows.ts';
import { RecordedMeeting, RecordingPage, UserPage, type ZoomUser } from './schemas.ts';
import { ZoomApi, type ZoomApiParts, type ZoomQuestion } from './zoom-api.ts';

const pageSize = '300';
/** More pages than any account has: an answer that repeats its page token for ever must end. */
const mostPages = 1_000;

/** Reads Zoom: who there is, what was recorded, and the files. */
export class ZoomClient {
  private readonly api: ZoomApi;
  private readonly downloads: RecordingDownloads;

  constructor(parts: ZoomApiParts) {
    this.api = new ZoomApi(parts);
    this.downloads = new RecordingDownloads({ ...parts, limits: this.api });
  }

  /** Every active user of the account that has an id. */
  async listUsers(signal?: AbortSignal): Promise<(ZoomUser & { id: string })[]> {
    const users = new Map<string, ZoomUser & { id: string }>();
    const question = { operation: 'list_users', limit: 'medium' as const, path: '/users', signal };
    for await (const page of this.pages({ ...question, query: { status: 'active', page_size: pageSize } }, UserPage)) {
      for (const user of page.users) if (user.id !== null) users.set(user.id, { ...user, id: user.id });
    }
    return [...users.values()];
  }

  /**
   * What a user recorded between two instants (and a little more at both ends), each occurrence once.
   * Longer spans are walked in windows that Zoom answers whole.
   * @param userId an id or e-mail address; `me` for an app that one user authorized
   */
  async *listRecordings(userId: string, from: Date, to: Date, signal?: AbortSignal): AsyncGenerator<RecordedMeeting> {
    const seen = new Set<string>();
    const open = recordingWindows(from, to);
    for (let window = open.shift(); window; window = open.shift()) {
      // Whole windows at once: a page token lives 15 minutes, and the caller may work longer on a single recording.
      const pages = await this.recordingPages(userId, window, signal);
      if (pages[0]) open.unshift(...missedWindows(window, pages[0]));
      for (const meeting of pages.flatMap((page) => page.meetings)) {
        if (!seen.has(meeting.uuid)) yield meeting;
        seen.add(meeting.uuid);
      }
    }
  }

  /** One recorded occurrence with all its files; NotFoundError when Zoom has no recording of it. */
  async getMeetingRecordings(uuid: string, signal?: AbortSignal): Promise<RecordedMeeting> {
    const path = `/meetings/${encodeUuid(uuid)}/recordings`;
    const question: ZoomQuestion = { operation: 'get_meeting_recordings', limit: 'light', path, signal };
    return read(RecordedMeeting, await this.api.get(question), question);
  }

  /** Brings one file of a recording to disk. */
  download(request: DownloadRequest): Promise<DownloadResult> {
    return this.downloads.download(request);
  }

  private async recordingPages(
    userId: string,
    window: RecordingWindow,
    signal?: AbortSignal,
  ): Promise<RecordingPage[]> {
    const path = `/users/${encodeURIComponent(userId)}/recordings`;
    const query = { from: window.from, to: window.to, page_size: pageSize };
    const question = { operation: 'list_recordings', limit: 'medium' as const, path, query, signal };
    const pages: RecordingPage[] = [];
    for await (const page of this.pages(question, RecordingPage)) pages.push(page);
    return pages;
  }

  private async *pages<P extends { next_page_token: string | null }>(
    question: ZoomQuestion,
    schema: z.ZodType<P>,
  ): AsyncGenerator<P> {
    let token: string | null = null;
    for (let count = 0; count < mostPages; count += 1) {
      // All other parameters must be repeated unchanged, or the token is refused.
      const query: Record<string, string> = {
        ...question.query,
        ...(token === null ? {} : { next_page_token: token }),
      };
      const page: P = read(schema, await this.api.get({ ...question, query }), question);
      yield page;
      token = page.next_page_token;
      if (token === null) return;
    }
    throw new UpstreamError(`Zoom’s ${question.operation} does not come to an end.`, { retryable: true });
  }
}

function read<T>(schema: z.ZodType<T>, body: unknown, question: ZoomQuestion): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new UpstreamError(`Zoom answered ${question.operation} in a form we cannot read.`, {
    retryable: true,
    cause: read.error,
  });
}
