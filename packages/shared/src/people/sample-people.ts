import type { PersonRole } from './person.ts';

/** The people whom `npm start` brings along, by the ids that the sample lesson's class knows. */
export const samplePeople: readonly { id: string; role: PersonRole; name: string; email: string }[] = [
  { id: 'demo-teacher', role: 'teacher', name: 'Maya (sample teacher)', email: 'teacher@sample.example' },
  { id: 'demo-student', role: 'student', name: 'Leo (sample student)', email: 'student@sample.example' },
  { id: 'demo-admin', role: 'admin', name: 'Kim (sample coordinator)', email: 'coordinator@sample.example' },
];
