import { inTransaction } from '@tulkka/shared/database';
import { ConflictError, NotFoundError, ValidationError } from '@tulkka/shared/errors';
import { UploadRepository, uploadPartName } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Id, queryInteger } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedUpload, presentUpload } from '../../presenters/upload.ts';
import { receivePart } from './receive-part.ts';
import { countParts, lengthOfPart } from './upload-parts.ts';

const params = z.strictObject({ upload_id: Id });
const common = { tag: 'uploads', access: 'staff' } as const;

/** What is there of an upload. */
export const getUpload = defineRoute({
  ...common,
  method: 'get',
  path: '/api/v1/uploads/{upload_id}',
  operationId: 'getUpload',
  summary: 'Which parts of a recording are there',
  limit: 'default',
  params,
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), upload: PresentedUpload }) },
  errors: ['not_found'],
}).handledBy(async ({ params: { upload_id }, caller, context: { db } }) => {
  const uploads = new UploadRepository(db);
  const upload = await uploads.get(upload_id, caller.userId ?? '');
  return { body: { success: true, upload: presentUpload(upload, await uploads.listParts(upload_id)) } };
});

/** Takes one part. */
export const putUploadPart = defineRoute({
  ...common,
  method: 'put',
  path: '/api/v1/uploads/{upload_id}/parts/{part}',
  operationId: 'putUploadPart',
  summary: 'Send a part of a recording',
  description:
    'The bytes of the part, counted from 1; every part is `part_size` long but the last. With `Content-Digest: sha-256=:BASE64:` (RFC 9530) they are checked. A part that is there may be sent again.',
  limit: 'results',
  params: z.strictObject({ upload_id: Id, part: queryInteger(1, 100_000) }),
  bodyType: 'stream',
  bodyMediaType: 'application/octet-stream',
  body: z.string().meta({ override: { type: 'string', format: 'binary' } }),
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), part: z.int().min(1) }) },
  errors: ['not_found', 'conflict', 'upstream_failed'],
}).handledBy(async ({ params: { upload_id, part }, caller, request, context: { db, audioStore } }) => {
  const upload = await new UploadRepository(db).get(upload_id, caller.userId ?? '');
  if (upload.lesson_id !== null) throw new ConflictError('This upload is finished: its lesson is made.');
  const most = countParts(upload);
  if (part > most) throw new ValidationError([{ path: 'part', message: `must be at most ${most}` }]);
  const name = uploadPartName(upload_id, part);
  await receivePart(request, audioStore, { name, length: lengthOfPart(upload, part) });
  try {
    await inTransaction(db, (transaction) => new UploadRepository(transaction).notePart(upload_id, part));
  } catch (error) {
    // The upload went while its part came.
    if (error instanceof NotFoundError) await audioStore.delete([name]);
    throw error;
  }
  return { body: { success: true, part } };
});

/** Gives an upload up. */
export const deleteUpload = defineRoute({
  ...common,
  method: 'delete',
  path: '/api/v1/uploads/{upload_id}',
  operationId: 'deleteUpload',
  summary: 'Forget a recording that was not finished',
  description: 'Its parts are removed. A lesson that it became stays.',
  limit: 'default',
  params,
  response: { status: 200, schema: z.strictObject({ success: z.literal(true), id: z.string() }) },
  errors: ['not_found', 'upstream_failed'],
}).handledBy(async ({ params: { upload_id: id }, caller, context: { db, audioStore } }) => {
  await new UploadRepository(db).get(id, caller.userId ?? '');
  const parts = await inTransaction(db, (transaction) => new UploadRepository(transaction).remove(id));
  await audioStore.delete(parts.map((part) => uploadPartName(id, part)));
  return { body: { success: true, id } };
});
