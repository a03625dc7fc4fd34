import type { Route } from '../../http/route.ts';
import { getBrief, getInsights } from './class-memory.ts';
import { createClass, listClasses } from './classes.ts';
import { deleteClass, getClass, updateClass } from './one-class.ts';

/** Classes: who teaches, who learns, and how a recording finds its class. */
export const classRoutes: readonly Route[] = [
  listClasses,
  createClass,
  getClass,
  updateClass,
  deleteClass,
  getInsights,
  getBrief,
];
