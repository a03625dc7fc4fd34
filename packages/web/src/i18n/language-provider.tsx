import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { type Language, languages } from './languages.ts';
import { chooseForm, format, type Message, numbersOf, splitAtPlaceholders, type Values } from './message.ts';
import type { MessageKey, Messages } from './messages/messages.ts';
import { type Spoken, speak } from './speak.ts';

/** The language of the interface, and how it says things. */
export interface Speech {
  language: Language;
  /** Says a message. */
  t(key: MessageKey, values?: Values): string;
  /** Says a message with elements in its placeholders; numbers are written as the language writes them. */
  rich(key: MessageKey, values: Readonly<Record<string, ReactNode>>): ReactNode;
  setLanguage(language: Language): void;
}

const SpeechContext = createContext<Speech | null>(null);

/** The message of a key; keys are checked by the compiler, so that none is missing. */
function find(messages: Messages, key: MessageKey): Message {
  const [area, name] = key.split('.');
  const texts: Readonly<Record<string, Readonly<Record<string, Message>>>> = messages;
  return texts[area ?? '']?.[name ?? ''] ?? key;
}

/** Loads another language when one is wished, and turns the page its way. */
export function LanguageProvider({ first, children }: { first: Spoken; children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(first.language);
  const [spoken, setSpoken] = useState(first);

  useEffect(() => {
    let current = true;
    if (language !== spoken.language) void speak(language).then((loaded) => current && setSpoken(loaded));
    return () => {
      current = false;
    };
  }, [language, spoken]);

  useLayoutEffect(() => {
    document.documentElement.lang = spoken.language;
    document.documentElement.dir = languages[spoken.language].direction;
  }, [spoken]);

  const speech = useMemo<Speech>(() => {
    const { messages } = spoken;
    const numbers = numbersOf(spoken.language);
    const written = (value: ReactNode): ReactNode => (typeof value === 'number' ? numbers.write(value) : value);
    return {
      language: spoken.language,
      t: (key, values) => format(find(messages, key), numbers, values),
      rich: (key, values) =>
        splitAtPlaceholders(chooseForm(find(messages, key), numbers, values.count)).map((part, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message stay in their places
          index % 2 === 0 ? part : <span key={index}>{written(values[part])}</span>,
        ),
      setLanguage,
    };
  }, [spoken]);

  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The language that is spoken; only below a provider. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('useSpeech needs a LanguageProvider above it.');
  return speech;
}
