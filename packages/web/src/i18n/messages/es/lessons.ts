/** Lessons, and what each taught. */
export const lessons = {
  emptyTitle: 'Aún no hay clases',
  empty: 'Después de una clase, cuando tu profe la haya revisado, la encontrarás aquí con todas sus palabras y frases.',
  older: 'Clases anteriores',
  lesson: 'Clase',
  words: { one: '{count} palabra', many: '{count} palabras', other: '{count} palabras' },
  corrections: { one: '{count} corrección', many: '{count} correcciones', other: '{count} correcciones' },
  sentences: { one: '{count} frase', many: '{count} frases', other: '{count} frases' },
  play: 'Practica esta clase',
  wordsTitle: 'Palabras',
  correctionsTitle: 'Correcciones',
  sentencesTitle: 'Frases',
  minute: 'minuto {minute}',
  saidByYou: 'Lo dijiste tú.',
  saidByTeacher: 'Lo dijo tu profe.',
  heard: 'Se dijo en la clase.',
} as const;
