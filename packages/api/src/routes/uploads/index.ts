import type { Route } from '../../http/route.ts';
import { createUpload } from './create-upload.ts';
import { finishUpload } from './finish-upload.ts';
import { deleteUpload, getUpload, putUploadPart } from './one-upload.ts';

/** Long recordings, part by part. */
export const uploadRoutes: readonly Route[] = [createUpload, getUpload, putUploadPart, finishUpload, deleteUpload];
