import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Catalogue, readStarterTopic, type StarterTopic, starterFolders } from '../games/index.ts';

/** The starter content of one catalogue, in the order in which learners see it. */
export interface StarterCatalogue {
  catalogue: Catalogue;
  topics: StarterTopic[];
}

/** Beside src and dist, so that the compiled build finds the same files. */
const starterContent = new URL('../../starter-content/', import.meta.url);

/** Reads and checks every file of starter content. */
export function readStarterFiles(root: URL = starterContent): StarterCatalogue[] {
  return Object.entries(starterFolders).map(([folder, catalogue]) => {
    const place = new URL(`${folder}/`, root);
    const names = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.json')) : [];
    const topics = names.sort().map((name) => readStarterFile(catalogue, new URL(name, place)));
    return { catalogue, topics };
  });
}

function readStarterFile(catalogue: Catalogue, file: URL): StarterTopic {
  try {
    return readStarterTopic(catalogue, JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`The starter content in ${file.pathname.split('/').slice(-2).join('/')} cannot be used.`, {
      cause,
    });
  }
}
