import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@tulkka/shared/logging';
import { decodeTranscript, largestTranscriptFile, parseTranscript, type Transcript } from '@tulkka/shared/transcripts';
import type { PlannedSegment, ZoomClient } from '@tulkka/shared/zoom';

/** Long enough not to fill a log, short enough to see that something moves. */
const progressMs = 3000;

/** One file of a recording. */
export type ZoomFile = Pick<PlannedSegment, 'source' | 'file' | 'key'>;

/** Brings single files of a recording to this machine, for as long as they are needed. */
export class ZoomFiles {
  constructor(
    private readonly zoom: ZoomClient,
    private readonly folder: string,
    private readonly maxAudioBytes: number,
    private readonly log: Logger,
  ) {}

  /** Zoom's own transcript of one segment. */
  async readTranscript(segment: PlannedSegment, signal: AbortSignal): Promise<Transcript> {
    const path = await this.fetch(segment, 'transcript', largestTranscriptFile, signal);
    try {
      return parseTranscript(decodeTranscript(await readFile(path)));
    } finally {
      await rm(path, { force: true });
    }
  }

  /** The sound of one segment, on disk; the caller removes it. */
  fetchAudio(segment: ZoomFile, signal: AbortSignal): Promise<string> {
    return this.fetch(segment, 'media', this.maxAudioBytes, signal);
  }

  private async fetch(
    segment: ZoomFile,
    kind: 'transcript' | 'media',
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    // Keys may hold slashes and colons, and a name from outside has no place in a path.
    const path = join(this.folder, createHash('sha256').update(segment.key).digest('hex'));
    const { download_url: url, file_size: expectedBytes } = segment.file;
    const onProgress = this.progress(segment.source);
    await this.zoom.download({ url, path, kind, maxBytes, expectedBytes, signal, onProgress });
    return path;
  }

  /** Tells a person who watches how far a long download is, every few seconds. */
  private progress(source: string): (bytes: number, total: number | null) => void {
    let toldAt = Date.now();
    return (bytes, total) => {
      if (Date.now() - toldAt < progressMs) return;
      toldAt = Date.now();
      const percent = total === null ? undefined : Math.round((bytes / total) * 100);
      this.log.info('downloading', { source, megabytes: Math.round(bytes / 1e6), percent });
    };
  }
}
