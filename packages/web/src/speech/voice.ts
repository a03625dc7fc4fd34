import type { Api } from '../api/client.ts';
import { createSoundShelf, type Recorded } from './sound-shelf.ts';

/** Something to be heard: as it was said in a lesson, as an engine says it, or as the device can. */
export interface Sound {
  text: string;
  /** The teacher saying just this. */
  clipId: string | null;
  /** What has a recording by our engine, with its id; null for a text that has none. */
  recording: Recorded | null;
}

/** How it is to be heard. */
export interface Manner {
  slowly?: boolean;
  /** Read out, also where there is a clip. */
  readOut?: boolean;
}

/** Says words and sentences aloud, one at a time. */
export interface Voice {
  /** Says a text; whether it could. A recording of ours comes first, then the device's voice. */
  say(text: string, wordId?: string): Promise<boolean>;
  /** Plays a few seconds of a lesson; whether it could. */
  playClip(clipId: string): Promise<boolean>;
  /** Lets something be heard: its clip, else a recording of ours, else the device's voice; whether it could. */
  hear(sound: Sound, manner?: Manner): Promise<boolean>;
  /** Brings a sound onto this device, so that it is there at once, and without a network. */
  prepare(sound: Sound): Promise<void>;
}

const slowRate = 0.7;

/** The voice of the app. */
export function createVoice(api: Api): Voice {
  const shelf = createSoundShelf(api);
  let playing: HTMLAudioElement | null = null;
  /** Counts what was asked for: what arrives after something else was wished is not played any more. */
  let wishes = 0;

  const silence = (): number => {
    playing?.pause();
    if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
    wishes += 1;
    return wishes;
  };

  const play = async (sound: Blob | string, rate: number): Promise<boolean> => {
    const url = typeof sound === 'string' ? sound : URL.createObjectURL(sound);
    const audio = new Audio(url);
    audio.playbackRate = rate;
    playing = audio;
    if (typeof sound !== 'string') audio.addEventListener('ended', () => URL.revokeObjectURL(url), { once: true });
    return audio.play().then(
      () => true,
      () => false,
    );
  };

  const hear = async (sound: Sound, { slowly = false, readOut = false }: Manner = {}): Promise<boolean> => {
    const wish = silence();
    const { text, clipId, recording } = sound;
    const rate = slowly ? slowRate : 1;
    for (const find of [
      () => (clipId === null || readOut ? null : shelf.clip(clipId)),
      () => (recording === null ? null : shelf.recording(recording)),
    ]) {
      const found = await find();
      if (wish !== wishes) return true;
      if (found !== null && (await play(found, rate))) return true;
    }
    if (wish !== wishes) return true;
    return sayWithDevice(text, rate);
  };

  return {
    hear,
    say: (text, wordId) =>
      hear({ text, clipId: null, recording: wordId === undefined ? null : { of: 'word', id: wordId } }),
    playClip: async (clipId) => {
      const wish = silence();
      const clip = await shelf.clip(clipId);
      if (wish !== wishes) return true;
      return clip !== null && play(clip, 1);
    },
    prepare: async ({ clipId, recording }) => {
      const clip = clipId === null ? null : await shelf.clip(clipId);
      if (clip === null && recording !== null) await shelf.recording(recording);
    },
  };
}

/** The device's own voice, in English. */
function sayWithDevice(text: string, rate: number): boolean {
  if (!('speechSynthesis' in globalThis)) return false;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'en-GB';
  utterance.rate = 0.9 * rate;
  const voice = speechSynthesis.getVoices().find(({ lang }) => lang.startsWith('en'));
  if (voice) utterance.voice = voice;
  speechSynthesis.speak(utterance);
  return true;
}
