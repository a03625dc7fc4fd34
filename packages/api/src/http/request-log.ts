import type { LogFields, Logger } from '@tulkka/shared/logging';

/** A logger whose lines carry the request's id. It costs nothing until it is used, for most requests have nothing to say. */
export function requestLog(log: Logger, requestId: string): Logger {
  const withId = (fields?: LogFields): LogFields => ({ request_id: requestId, ...fields });
  return {
    error: (message, fields) => log.error(message, withId(fields)),
    warn: (message, fields) => log.warn(message, withId(fields)),
    info: (message, fields) => log.info(message, withId(fields)),
    debug: (message, fields) => log.debug(message, withId(fields)),
    child: (fields) => log.child(withId(fields)),
  };
}
