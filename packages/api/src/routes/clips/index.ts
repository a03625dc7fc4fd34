import type { Route } from '../../http/route.ts';
import { deleteClip, updateClip } from './change-clip.ts';
import { getClip } from './get-clip.ts';
import { listClips } from './list-clips.ts';

/** The lesson's own voice: heard, shifted and removed. */
export const clipRoutes: readonly Route[] = [getClip, updateClip, deleteClip, listClips];
