import { hash } from 'node:crypto';
import type { Request, Response } from 'express';

/**
 * Sends written JSON. A read gets a strong tag of its content, where it has none yet, and a client that has it already
 * gets 304. Express's own way reads a dozen settings for each answer, and tags also those that no client compares.
 */
export function sendJson(request: Request, response: Response, written: Buffer): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && !response.hasHeader('ETag')) response.setHeader('ETag', `"${hash('sha256', written, 'base64url')}"`);
  if (isRead && request.fresh) {
    response.status(304).end();
    return;
  }
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', written.byteLength);
  response.end(written);
}
