import type { Request } from 'express';

/** The address by which the caller reached us, for links that work as they are. */
export const baseUrlOf = (request: Request): string => `${request.protocol}://${request.get('host') ?? 'localhost'}`;
