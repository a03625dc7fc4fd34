/** Saying that something is wrong with an item. */
export const report = {
  open: 'Aquí hay algo mal',
  title: '¿Qué está mal?',
  wrong_answer: 'La respuesta que cuenta como correcta está mal.',
  also_right: 'Mi respuesta también es correcta.',
  unclear: 'No lo entiendo, o hay un error en el texto.',
  sound: 'Suena mal.',
  private: 'Cuenta algo privado.',
  other: 'Otra cosa',
  note: 'Si quieres, cuéntale más a tu profe',
  send: 'Avisar a mi profe',
  thanks: 'Gracias. Tu profe lo mirará.',
  own: 'Esta palabra es tuya. Puedes cambiarla en «Palabras».',
  close: 'Cerrar',
} as const;
