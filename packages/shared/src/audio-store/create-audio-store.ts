import { join } from 'node:path';
import { requireLessonsDatabase, type Settings } from '../config/index.ts';
import type { AudioStore } from './audio-store.ts';
import { FolderAudioStore } from './folder-audio-store.ts';
import { StorageAudioStore } from './storage-audio-store.ts';

/** The store that this configuration names. @throws ValidationError for Storage without a project */
export function createAudioStore(settings: Settings): AudioStore {
  if (settings.config.audioStore === 'folder') return new FolderAudioStore(join(settings.config.dataDir, 'audio'));
  const { url, key } = requireLessonsDatabase(settings, 'store for sound');
  return new StorageAudioStore(url, key);
}
