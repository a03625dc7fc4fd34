import { type Language, languages } from './languages.ts';
import type { Messages } from './messages/messages.ts';

/** A language with what it says. */
export interface Spoken {
  language: Language;
  messages: Messages;
}

/** Loads a language. */
export const speak = async (language: Language): Promise<Spoken> => ({
  language,
  messages: await languages[language].load(),
});
