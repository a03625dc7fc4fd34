/** Playing by ear: dictation, and gaps that are heard. */
export const listening = {
  title: 'Escucha y escribe',
  sentence_builder: 'Dictado',
  advanced_cloze: 'Huecos de oído',
  spelling_bee: 'Palabras de oído',
  play: 'Reproducir',
  slower: 'Más despacio',
  readOut: 'Otra voz',
  keys: 'S lo repite, Mayús y S más despacio; mientras escribes, con Ctrl.',
  dictationTask: 'Escucha y escribe lo que oyes.',
  gapsTask: 'Escucha y escribe las palabras que faltan.',
  typed: 'Lo que oyes',
} as const;
