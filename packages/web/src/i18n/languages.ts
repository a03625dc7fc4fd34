/** The languages of the interface, each by its own name. */
export const languages = {
  en: { name: 'English', direction: 'ltr', load: async () => (await import('./messages/en/index.ts')).en },
  he: { name: 'עברית', direction: 'rtl', load: async () => (await import('./messages/he/index.ts')).he },
  ar: { name: 'العربية', direction: 'rtl', load: async () => (await import('./messages/ar/index.ts')).ar },
  es: { name: 'Español', direction: 'ltr', load: async () => (await import('./messages/es/index.ts')).es },
  ru: { name: 'Русский', direction: 'ltr', load: async () => (await import('./messages/ru/index.ts')).ru },
  zh: { name: '简体中文', direction: 'ltr', load: async () => (await import('./messages/zh/index.ts')).zh },
} as const;

/** A language that the interface speaks. */
export type Language = keyof typeof languages;

/** All of them, in the order in which they are offered. */
export const languageCodes = ['en', 'he', 'ar', 'es', 'ru', 'zh'] as const satisfies readonly Language[];

/** Whether the interface speaks a language. */
export const isLanguage = (code: string): code is Language => code in languages;

/** The first of some wishes (`navigator.languages`, a profile's `locale`) that the interface speaks, else English. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    // Browsers still say `iw` for Hebrew.
    const code = (wish.toLowerCase().split('-')[0] ?? '').replace(/^iw$/, 'he');
    if (isLanguage(code)) return code;
  }
  return 'en';
}
