import { z } from 'zod';
import { Id } from '../../http/fields.ts';

export const ClipParams = z.strictObject({ clip_id: Id });
