import { type Api, answerOf } from '../api/client.ts';

/** What our engine may have a recording of. */
export interface Recorded {
  of: 'word' | 'sentence' | 'gaps';
  id: string;
}

/** Sounds of the API, each fetched once while the app is open. Null where one cannot be had. */
export interface SoundShelf {
  clip(id: string): Promise<Blob | null>;
  /** The sound; its address alone where it is kept on another site. */
  recording(recorded: Recorded): Promise<Blob | string | null>;
}

/** Sounds of two sessions. */
const mostKept = 48;

/** A shelf in memory: a session goes on where the network breaks off in its middle. */
export function createSoundShelf(api: Api): SoundShelf {
  const clips = keptOnce<Blob>();
  const recordings = keptOnce<Blob | string>();
  return {
    clip: (id) => clips(id, () => fetchClip(api, id)),
    recording: (recorded) => recordings(`${recorded.of} ${recorded.id}`, () => fetchRecording(api, recorded)),
  };
}

function keptOnce<T>(): (key: string, fetching: () => Promise<T | null>) => Promise<T | null> {
  const kept = new Map<string, Promise<T | null>>();
  return (key, fetching) => {
    const there = kept.get(key);
    if (there) return there;
    const coming = fetching().catch(() => null);
    kept.set(key, coming);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    // What could not be had now may be there later.
    void coming.then((sound) => sound === null && kept.get(key) === coming && kept.delete(key));
    return coming;
  };
}

/** Fetched with the caller's token, which an address alone would not carry. */
async function fetchClip(api: Api, clip_id: string): Promise<Blob | null> {
  const clip = await answerOf(api.GET('/api/v1/clips/{clip_id}', { params: { path: { clip_id } }, parseAs: 'blob' }));
  return clip instanceof Blob ? clip : null;
}

async function fetchRecording(api: Api, recorded: Recorded): Promise<Blob | string | null> {
  const url = navigator.onLine ? await addressOf(api, recorded) : null;
  if (url === null || new URL(url, location.href).origin !== location.origin) return url;
  const response = await fetch(url);
  return response.ok ? response.blob() : null;
}

async function addressOf(api: Api, { of, id }: Recorded): Promise<string | null> {
  const params = { path: { item_id: id } };
  switch (of) {
    case 'word': {
      const path = { word_id: id };
      return (await answerOf(api.GET('/api/v1/spelling/pronunciations/{word_id}', { params: { path } })))
        .pronunciation_url;
    }
    case 'sentence':
      return (await answerOf(api.GET('/api/v1/sentence/items/{item_id}/tts', { params }))).tts_url;
    case 'gaps':
      return (await answerOf(api.GET('/api/v1/cloze/items/{item_id}/tts', { params }))).tts_url;
  }
}
