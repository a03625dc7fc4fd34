import type { LessonClass } from '@tulkka/shared/repositories';
import { type Caller, nobody, roles, seesEverything } from '../src/access/caller.ts';
import {
  keepsClass,
  listableClasses,
  requireClass,
  requireLessonClass,
  requireNamedClass,
  requireOwnTeacher,
  visibleSets,
} from '../src/access/class-access.ts';
import { requireAccess } from '../src/access/door.ts';
import { mayActFor } from '../src/access/ownership.ts';
import { viewerFor } from '../src/access/viewer.ts';

/** One class with its teacher and its learner; ms-lee keeps another, empty one. */
const lessonClass: LessonClass = {
  id: 'b1',
  name: 'B1',
  teacher_id: 'ms-lee',
  teacher_email: null,
  zoom_meeting_id: null,
  topic_pattern: null,
  native_language: null,
  auto_approve: false,
  keep_audio: 'none',
  students: ['mia'],
  created_at: '2026-11-20T09:00:00.000Z',
  updated_at: '2026-11-20T09:00:00.000Z',
};
const classes = {
  find: async (id: string) => (id === 'b1' ? lessonClass : undefined),
  teaches: async (teacher: string, student: string) => teacher === 'ms-lee' && student === 'mia',
  listIdsOfTeacher: async (teacher: string) => (teacher === 'ms-lee' ? ['b1'] : []),
};

const callers = {
  nobody,
  learner: { userId: 'mia', role: 'student' },
  'other learner': { userId: 'tom', role: 'student' },
  teacher: { userId: 'ms-lee', role: 'teacher' },
  'other teacher': { userId: 'mr-kim', role: 'teacher' },
  'unnamed teacher': { userId: null, role: 'teacher' },
  'student with the teacher’s id': { userId: 'ms-lee', role: 'student' },
  admin: { userId: 'root', role: 'admin' },
  service: { userId: 'bot', role: 'service' },
} as const satisfies Record<string, Caller>;
type Kind = keyof typeof callers;

const passes = (ask: () => unknown): Promise<boolean> =>
  Promise.resolve()
    .then(ask)
    .then(
      () => true,
      () => false,
    );

const everybody = Object.keys(callers) as Kind[];
const all: Kind[] = ['admin', 'service'];
const keepers: Kind[] = ['teacher', ...all];
const named = everybody.filter((kind) => callers[kind].userId !== null);
const staff = everybody.filter((kind) => callers[kind].role !== 'student');

/** Each question of who may, and of whom the answer is yes. */
const questions: Record<string, { ask(caller: Caller): boolean | Promise<boolean>; yes: readonly Kind[] }> = {
  'opens every door': { ask: seesEverything, yes: all },
  'acts for the learner': { ask: (caller) => mayActFor(classes, caller, 'mia'), yes: ['learner', ...keepers] },
  'acts for the teacher': {
    ask: (caller) => mayActFor(classes, caller, 'ms-lee'),
    yes: ['teacher', 'student with the teacher’s id', ...all],
  },
  'keeps the class': { ask: (caller) => keepsClass(caller, lessonClass), yes: keepers },
  'keeps a class without a teacher': { ask: (caller) => keepsClass(caller, { teacher_id: null }), yes: all },
  'reaches a thing of the class': {
    ask: (caller) => passes(() => requireClass(classes, caller, 'b1', 'It')),
    yes: keepers,
  },
  'reaches a thing without a class': {
    ask: (caller) => passes(() => requireClass(classes, caller, null, 'It')),
    yes: all,
  },
  'names the class': { ask: (caller) => passes(() => requireNamedClass(classes, caller, 'b1')), yes: keepers },
  'names a class that is not there': {
    ask: (caller) => passes(() => requireNamedClass(classes, caller, 'none')),
    yes: all,
  },
  'asks for the class’s lesson behind the door of lessons': {
    ask: (caller) => passes(() => requireLessonClass(classes, caller, 'b1')),
    yes: everybody.filter((kind) => kind !== 'other teacher'),
  },
  'makes ms-lee a teacher': {
    ask: (caller) => passes(() => requireOwnTeacher(caller, 'ms-lee')),
    yes: ['teacher', 'student with the teacher’s id', ...all],
  },
  'lists the lessons of the class': {
    ask: async (caller) => (await listableClasses(classes, caller, 'b1'))?.[0] === 'b1',
    yes: keepers,
  },
  'lists lessons of every class': {
    ask: async (caller) => (await listableClasses(classes, caller, undefined)) === null,
    yes: all,
  },
  'sees all sets of the class': {
    ask: async (caller) => (await visibleSets(classes, caller, 'b1')) === 'all',
    yes: keepers,
  },
  'sees the published sets of the class': {
    ask: async (caller) => typeof (await visibleSets(classes, caller, 'b1')) === 'object',
    yes: ['learner'],
  },
  'sees what is published for every class': {
    ask: (caller) => viewerFor(caller, caller.userId).scope === 'all',
    yes: all,
  },
  'passes a public door': { ask: (caller) => passes(() => requireAccess('public', 'jwt', caller)), yes: everybody },
  'passes the door of the catalogue': {
    ask: (caller) => passes(() => requireAccess('catalogue', 'jwt', caller)),
    yes: named,
  },
  'passes the door of the known': {
    ask: (caller) => passes(() => requireAccess('known', 'trusted', caller)),
    yes: named,
  },
  'passes the door of staff': {
    ask: (caller) => passes(() => requireAccess('staff', 'trusted', caller)),
    yes: staff.filter((kind) => named.includes(kind)),
  },
  'passes the door of lessons': {
    ask: (caller) => passes(() => requireAccess('lessons', 'jwt', caller)),
    yes: staff.filter((kind) => named.includes(kind)),
  },
  'passes the door of lessons in trusted mode': {
    ask: (caller) => passes(() => requireAccess('lessons', 'trusted', caller)),
    yes: everybody,
  },
};

test.each(Object.entries(questions))('who %s', async (_question, { ask, yes }) => {
  const answers = await Promise.all(everybody.map(async (kind) => ((await ask(callers[kind])) ? [kind] : [])));
  expect(answers.flat().sort()).toEqual([...yes].sort());
});

test('the table knows every role', () => {
  expect(new Set(everybody.map((kind) => callers[kind].role))).toEqual(new Set(roles));
});
