import type { Invitation } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Id, label, Moment, text } from '../../http/fields.ts';

export const InvitationParams = z.strictObject({ class_id: Id, invitation_id: Id });

/** Days that a code stands, unless somebody says otherwise. */
export const defaultDays = 14;
export const Days = z.int().min(1).max(90);

/** A code as somebody may type it. */
export const Code = text(1, 64).meta({ description: 'Case, spaces and dashes do not count.' });

/** Places that one call may make: a class. */
export const Places = z
  .array(z.strictObject({ name: label(120) }))
  .min(1)
  .max(50);

export const PresentedInvitation = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    url: z.string().meta({ description: 'To hand out as it is; what stands after # reaches no server’s log.' }),
    expires_at: Moment,
    uses: z.int().min(0),
    max_uses: z.int().min(1),
    place: z
      .strictObject({ user_id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'The learner whose place the code opens; null invites whoever has it.' }),
  })
  .meta({ id: 'Invitation' });

/** @param names of people by their ids */
export function presentInvitation(
  { id, code, expires_at, uses, max_uses, place_user_id }: Invitation,
  baseUrl: string,
  names: ReadonlyMap<string, string>,
): z.input<typeof PresentedInvitation> {
  const place = place_user_id === null ? null : { user_id: place_user_id, name: names.get(place_user_id) ?? '' };
  return { id, code, url: `${baseUrl}/join#${code}`, expires_at, uses, max_uses, place };
}

/** The moment so many days from now. */
export const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);

export const exampleInvitation = {
  id: '01a21a00-54d7-73b0-a794-b6156f04914c',
  code: '7KQM-2RTA-9XHC',
  url: 'https://lessons.example/join#7KQM-2RTA-9XHC',
  expires_at: '2026-12-10T09:30:00.000Z',
  uses: 0,
  max_uses: 30,
  place: null,
};
