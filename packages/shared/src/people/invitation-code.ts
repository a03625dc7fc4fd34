import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for one another; no vowels but A and E, so that few words come about. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve of 30 signs are 58 bits: at ten tries a minute nobody guesses one. */
const length = 12;

/** A code to hand out, as `7KQM-2RTA-9XHC`. */
export function createInvitationCode(): string {
  const code = Array.from({ length }, () => signs.charAt(randomInt(signs.length))).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as it is kept, of what somebody typed: case, spaces and dashes do not count. */
export const readInvitationCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-');
