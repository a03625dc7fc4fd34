import type { EventStream } from './event-stream.ts';
import type { SoundAnswer } from './send-sound.ts';

/** The verbs that routes are called with. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** How often a user may call a route in a minute; see limits.ts. */
export type LimitClass = 'catalog' | 'default' | 'results' | 'processing';

/**
 * Who may call. `public`: anyone. `catalogue`: anyone in trusted mode, any valid token in jwt mode. `lessons`: anyone in
 * trusted mode; teacher, admin, service in jwt mode. `staff`: teacher, admin, service. `known`: any known user.
 */
export type Access = 'public' | 'catalogue' | 'lessons' | 'staff' | 'known';

/** What limits and repetitions need to know of a route. */
export interface RouteRules {
  method: Method;
  operationId: string;
  access: Access;
  limit: LimitClass | null;
  response: { status: number };
}

/** What a handler answers. Without a status it is the route's own. */
export interface Answer<Body> {
  status?: number;
  body?: Body;
  /** The body as JSON that a thread has written already, instead of a body that is still to be written. */
  written?: Uint8Array;
  headers?: Record<string, string>;
  /** A stored file to send instead of a body; it may be asked for in ranges. */
  file?: { root: string; name: string; maxAgeSeconds: number };
  /** Sound of the store to send instead of a body, whole or in a range. */
  sound?: SoundAnswer;
  /** Serves an answer that stays open, instead of a body. */
  events?: (stream: EventStream) => Promise<void>;
}
