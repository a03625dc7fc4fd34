import { join } from 'node:path';
import { type AudioStore, FolderAudioStore } from '../audio-store/index.ts';
import { requireLessonsDatabase, type Settings } from '../config/index.ts';
import { StorageAudioStore } from './storage-audio-store.ts';

/** The store that this configuration names. @throws ValidationError for Storage without a project */
export function createAudioStore(settings: Settings): AudioStore {
  if (settings.config.audioStore === 'folder') return new FolderAudioStore(join(settings.config.dataDir, 'audio'));
  const { url, key } = requireLessonsDatabase(settings, 'store for sound');
  return new StorageAudioStore(url, key);
}
