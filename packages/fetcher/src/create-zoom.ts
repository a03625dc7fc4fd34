import { join } from 'node:path';
import type { Settings } from '@tulkka/shared/config';
import type { LessonStore } from '@tulkka/shared/lessons';
import type { Logger } from '@tulkka/shared/logging';
import { type ClassRepository, OauthTokenRepository, WatermarkRepository } from '@tulkka/shared/repositories';
import type { OnVendorCall } from '@tulkka/shared/upstream';
import { createZoomClient, type ZoomClient } from '@tulkka/shared/zoom';
import { ZoomFiles } from './sources/zoom-files.ts';
import { ZoomScan } from './sources/zoom-scan.ts';

/** The games database as repositories take it. */
type Games = ConstructorParameters<typeof WatermarkRepository>[0];

/** Everything about Zoom that the fetcher uses. */
export interface ZoomParts {
  client: ZoomClient;
  files: ZoomFiles;
  scan: ZoomScan;
  graceMinutes: number;
}

/** Builds the Zoom side of the fetcher; null without credentials. */
export function createZoom(
  settings: Settings,
  parts: { games: Games; lessons: LessonStore; classes: ClassRepository; log: Logger; onCall: OnVendorCall },
): ZoomParts | null {
  const { config } = settings;
  if (config.zoom === null) return null;
  const { games, lessons, classes, log, onCall } = parts;
  const client = createZoomClient(settings, config.zoom, { store: new OauthTokenRepository(games), log, onCall });
  return {
    client,
    files: new ZoomFiles(client, join(config.dataDir, 'downloads'), config.maxAudioBytes, log),
    scan: new ZoomScan({
      zoom: client,
      registry: { lessons, classes },
      watermarks: new WatermarkRepository(games),
      hosts: config.zoom.hosts,
      accountWide: config.zoom.accountId !== null,
      log,
    }),
    graceMinutes: config.transcriptGraceMinutes,
  };
}
