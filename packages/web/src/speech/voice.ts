import { type Api, answerOf } from '../api/client.ts';

/** Says words and sentences aloud, one at a time. */
export interface Voice {
  /** Says a text; whether it could. A recording of ours comes first, then the device's voice. */
  say(text: string, wordId?: string): Promise<boolean>;
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

  return {
    say: async (text, wordId) => {
      playing?.pause();
      if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
      const url = wordId === undefined || !navigator.onLine ? null : await recordingOf(api, wordId);
      return (url !== null && (await play(url))) || sayWithDevice(text);
    },
  };
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
