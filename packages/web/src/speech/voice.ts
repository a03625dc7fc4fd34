import { type Api, answerOf } from '../api/client.ts';

/** Says words and sentences aloud, one at a time. */
export interface Voice {
  /** Says a text; whether it could. A recording of ours comes first, then the device's voice. */
  say(text: string, wordId?: string): Promise<boolean>;
  /** Plays a few seconds of a lesson; whether it could. */
  playClip(clipId: string): Promise<boolean>;
}

/** The voice of the app. */
export function createVoice(api: Api): Voice {
  let playing: HTMLAudioElement | null = null;

  const play = async (url: string): Promise<boolean> => {
    playing = new Audio(url);
    return playing.play().then(
      () => true,
      () => false,
    );
  };

  const silence = (): void => {
    playing?.pause();
    if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
  };

  return {
    playClip: async (clipId) => {
      silence();
      const clip = await clipOf(api, clipId);
      if (clip === null) return false;
      const url = URL.createObjectURL(clip);
      const started = await play(url);
      playing?.addEventListener('ended', () => URL.revokeObjectURL(url), { once: true });
      return started;
    },
    say: async (text, wordId) => {
      silence();
      const url = wordId === undefined || !navigator.onLine ? null : await recordingOf(api, wordId);
      return (url !== null && (await play(url))) || sayWithDevice(text);
    },
  };
}

/** Fetched with the caller's token, which an address alone would not carry. */
function clipOf(api: Api, clip_id: string): Promise<Blob | null> {
  const asked = api.GET('/api/v1/clips/{clip_id}', { params: { path: { clip_id } }, parseAs: 'blob' });
  return answerOf(asked).then(
    (clip) => (clip instanceof Blob ? clip : null),
    () => null,
  );
}

function recordingOf(api: Api, word_id: string): Promise<string | null> {
  const asked = api.GET('/api/v1/spelling/pronunciations/{word_id}', { params: { path: { word_id } } });
  return answerOf(asked).then(
    ({ pronunciation_url }) => pronunciation_url,
    () => null,
  );
}

/** The device's own voice, in English. */
function sayWithDevice(text: string): boolean {
  if (!('speechSynthesis' in globalThis)) return false;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'en-GB';
  utterance.rate = 0.9;
  const voice = speechSynthesis.getVoices().find(({ lang }) => lang.startsWith('en'));
  if (voice) utterance.voice = voice;
  speechSynthesis.speak(utterance);
  return true;
}
