import { z } from 'zod';

/*
 * What we read of Zoom's answers. Unknown fields are let go, unknown words in enumerations pass, and the empty
 * strings that Zoom sends for "not yet" become null: an answer is refused only where we could not work with it.
 */

const textOrNull = z
  .string()
  .nullish()
  .transform((value) => (value ? value : null));

const instantOrNull = textOrNull.transform((value) => {
  const time = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time);
});

const sizeOrNull = z
  .number()
  .nonnegative()
  .nullish()
  .transform((value) => value ?? null);

/** The number of a meeting: a number in live answers, a string in some. */
const meetingNumber = z.union([z.string(), z.number()]).transform(String);

/** One file of a recording. CC and TIMELINE entries have no id, size or status. */
export const RecordingFile = z.object({
  id: textOrNull,
  recording_start: instantOrNull,
  recording_end: instantOrNull,
  file_type: textOrNull,
  file_extension: textOrNull,
  file_size: sizeOrNull,
  download_url: textOrNull,
  status: textOrNull,
  recording_type: textOrNull,
  deleted_time: textOrNull,
});
export type RecordingFile = z.infer<typeof RecordingFile>;

/** One occurrence of a meeting with its files. `uuid` names the occurrence; `id` is shared by a recurring meeting's occurrences. */
export const RecordedMeeting = z.object({
  uuid: z.string().min(1),
  id: meetingNumber.nullish().transform((value) => value ?? null),
  host_id: textOrNull,
  host_email: textOrNull,
  topic: textOrNull,
  start_time: instantOrNull,
  timezone: textOrNull,
  duration: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  recording_files: z
    .array(RecordingFile)
    .nullish()
    .transform((value) => value ?? []),
});
export type RecordedMeeting = z.infer<typeof RecordedMeeting>;

export const RecordingPage = z.object({
  from: textOrNull,
  to: textOrNull,
  next_page_token: textOrNull,
  meetings: z
    .array(RecordedMeeting)
    .nullish()
    .transform((value) => value ?? []),
});
export type RecordingPage = z.infer<typeof RecordingPage>;

/** A user of the account; a pending one has no id yet. */
export const ZoomUser = z.object({ id: textOrNull, email: textOrNull, display_name: textOrNull });
export type ZoomUser = z.infer<typeof ZoomUser>;

export const UserPage = z.object({
  next_page_token: textOrNull,
  users: z
    .array(ZoomUser)
    .nullish()
    .transform((value) => value ?? []),
});

/** What Zoom says when it refuses; met with HTTP 200 as well. */
export const ZoomErrorBody = z.object({
  code: z.coerce.number(),
  message: z.string(),
  errors: z.array(z.object({ field: z.string().optional(), message: z.string().optional() })).optional(),
});
export type ZoomErrorBody = z.infer<typeof ZoomErrorBody>;

/** A granted token; only refresh-token apps get a new refresh token with it. */
export const TokenGrant = z.object({
  access_token: z.string().min(1),
  refresh_token: textOrNull,
  expires_in: z.coerce.number().positive(),
});

export const TokenRefusal = z.object({ error: z.string(), reason: z.string().optional() });

/** What a recording event carries: the occurrence with its files, and a token that downloads them for 24 hours. */
export const RecordingEvent = z.object({
  event: z.string(),
  event_ts: z.number().optional(),
  download_token: textOrNull,
  payload: z.object({ account_id: textOrNull, object: RecordedMeeting }),
});
export type RecordingEvent = z.infer<typeof RecordingEvent>;

export const UrlValidationEvent = z.object({
  event: z.literal('endpoint.url_validation'),
  payload: z.object({ plainToken: z.string().min(1) }),
});
