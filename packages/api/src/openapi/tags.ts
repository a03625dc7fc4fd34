import type { Route } from '../http/route.ts';

/** What each area of the contract is about, for readers of the document; a test holds it against the routes. */
export const tagDescriptions: Readonly<Record<string, string>> = {
  system: 'What the service is, how it is, and this description of it.',
  'word lists': 'Words that a learner keeps, in lists of their own.',
  people: 'Who signs in, their settings, and who there is.',
  classes: 'How a recording finds its class, and who is in it.',
  invitations: 'How learners come into a class by their own will, and out of it.',
  spelling: 'Spelling bee: sessions, words and how they sound.',
  audio: 'Generated recordings of words and sentences.',
  sessions: 'Starting, playing and completing a session of any game.',
  practice: 'What is due today, and practice over all games.',
  flashcards: 'Flashcards: sessions and statistics.',
  cloze: 'Advanced cloze: texts with blanks.',
  grammar: 'Grammar challenge: questions made of real mistakes.',
  sentence: 'Sentence builder: sentences put together of their words.',
  progress: 'What a learner has done.',
  stats: 'Statistics and mistakes, of a learner and of a class.',
  'lesson processing': 'From a transcript to stored exercises.',
  lessons: 'Lessons on their way from recording to games.',
  uploads: 'Long recordings, sent part by part.',
  review: 'The teacher’s word: exercises between generation and the games.',
  reports: 'What learners say is wrong with items, and what becomes of it.',
  clips: 'The lesson’s own voice: a few seconds of what was said.',
  zoom: 'Recordings by their class and day, and Zoom’s own calls.',
};

/** The tags that these routes use, in the order in which they first appear. */
export const describeTags = (routes: readonly Route[]): { name: string; description?: string }[] =>
  [...new Set(routes.map(({ tag }) => tag))].map((name) => {
    const description = tagDescriptions[name];
    return description === undefined ? { name } : { name, description };
  });
