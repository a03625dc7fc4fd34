import type { Schema } from '../../api/client.ts';

/** A change of one's settings. */
export type Change = Schema<'UpdateMeRequest'>;
