import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeTranscript, parseTranscript, type Transcript } from '@tulkka/shared/transcripts';
import type { PlannedSegment, ZoomClient } from '@tulkka/shared/zoom';

/** A transcript of a long day has a few megabytes; more is not a transcript. */
const maxTranscriptBytes = 4 * 1024 * 1024;

/** Brings single files of a recording to this machine, for as long as they are needed. */
export class ZoomFiles {
  constructor(
    private readonly zoom: ZoomClient,
    private readonly folder: string,
    private readonly maxAudioBytes: number,
  ) {}

  /** Zoom's own transcript of one segment. */
  async readTranscript(segment: PlannedSegment, signal: AbortSignal): Promise<Transcript> {
    const path = await this.fetch(segment, 'transcript', maxTranscriptBytes, signal);
    try {
      return parseTranscript(decodeTranscript(await readFile(path)));
    } finally {
      await rm(path, { force: true });
    }
  }

  /** The sound of one segment, on disk; the caller removes it. */
  fetchAudio(segment: PlannedSegment, signal: AbortSignal): Promise<string> {
    return this.fetch(segment, 'media', this.maxAudioBytes, signal);
  }

  private async fetch(
    segment: PlannedSegment,
    kind: 'transcript' | 'media',
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    // Keys may hold slashes and colons, and a name from outside has no place in a path.
    const path = join(this.folder, createHash('sha256').update(segment.key).digest('hex'));
    const { download_url: url, file_size: expectedBytes } = segment.file;
    await this.zoom.download({ url, path, kind, maxBytes, expectedBytes, signal });
    return path;
  }
}
