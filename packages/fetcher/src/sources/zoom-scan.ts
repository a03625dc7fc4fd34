import type { Logger } from '@tulkka/shared/logging';
import { type RecordingHints, type Registry, registerRecording } from '@tulkka/shared/recordings';
import type { FetchRequest, WatermarkRepository } from '@tulkka/shared/repositories';
import type { ZoomClient } from '@tulkka/shared/zoom';

/** What a scan of Zoom needs. */
export interface ZoomScanParts {
  zoom: ZoomClient;
  registry: Registry;
  watermarks: WatermarkRepository;
  /** Hosts to read; empty means every user of the account, or `me` for an app that one user authorized. */
  hosts: readonly string[];
  accountWide: boolean;
  log: Logger;
}

const day = 86_400_000;
/** Recordings appear in the listing hours after their start, at worst days; each scan looks this far behind its mark. */
const overlapMs = 7 * day;
/** The first scan of a host takes what the last month holds. */
const firstLookBackMs = 30 * day;

/** Registers every recording of every host since the last scan; nothing is left out however long the fetcher slept. */
export class ZoomScan {
  constructor(private readonly parts: ZoomScanParts) {}

  /** One scan of all hosts. A host that cannot be read is reported and keeps its mark; the others go on. */
  async run(signal: AbortSignal): Promise<void> {
    let failure: unknown;
    for (const host of await this.listHosts(signal)) {
      if (signal.aborted) return;
      try {
        await this.scanHost(host, signal);
      } catch (error) {
        failure = error;
        this.parts.log.warn('a host could not be read', { error });
      }
    }
    if (failure !== undefined) throw failure;
  }

  /** Registers what somebody asked for by name; returns how many recordings there were. */
  async runRequest(request: FetchRequest, signal: AbortSignal): Promise<number> {
    const [from, until] = [new Date(request.from), new Date(request.until)];
    const { class_id, teacher_id, user_id } = request;
    const hints = { hostEmail: request.teacher_email, class_id, teacher_id, user_id };
    const wanted = (start: Date | null) => start !== null && start >= from && start < until;
    return this.register(request.teacher_email, from, until, hints, signal, wanted);
  }

  private async scanHost(host: { id: string; email: string | null }, signal: AbortSignal): Promise<void> {
    const source = `zoom:${host.id}`;
    const startedAt = new Date();
    const mark = await this.parts.watermarks.find(source);
    const from = new Date(mark === undefined ? startedAt.getTime() - firstLookBackMs : mark.getTime() - overlapMs);
    const added = await this.register(host.id, from, startedAt, { hostEmail: host.email }, signal, () => true);
    if (signal.aborted) return;
    await this.parts.watermarks.advance(source, startedAt);
    this.parts.log.debug('host read', { from: from.toISOString(), added });
  }

  private async register(
    userId: string,
    from: Date,
    until: Date,
    hints: RecordingHints,
    signal: AbortSignal,
    wanted: (start: Date | null) => boolean,
  ): Promise<number> {
    let found = 0;
    for await (const meeting of this.parts.zoom.listRecordings(userId, from, until, signal)) {
      if (signal.aborted) break;
      if (!wanted(meeting.start_time)) continue;
      found++;
      const { lesson, added } = await registerRecording(this.parts.registry, meeting, hints);
      if (added) this.parts.log.info('recording found', { lesson_id: lesson.id, status: lesson.status });
    }
    return found;
  }

  private async listHosts(signal: AbortSignal): Promise<{ id: string; email: string | null }[]> {
    const { hosts, accountWide, zoom } = this.parts;
    if (hosts.length > 0) return hosts.map((host) => ({ id: host, email: host.includes('@') ? host : null }));
    return accountWide ? zoom.listUsers(signal) : [{ id: 'me', email: null }];
  }
}
