import winston from 'winston';
import DailyRotateFile from 'winston-daily-rotate-file';
import type { Config, Secrets } from '../config/index.ts';
import { redact } from './redact.ts';

/** Fields that go with a log line, such as request_id, job_id or lesson_id. */
export type LogFields = Record<string, unknown>;

/** What the project's code sees of the logger. */
export interface Logger {
  error(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
  /** A logger whose every line carries these fields as well. */
  child(fields: LogFields): Logger;
}

/** A logger and the way to flush it before the process ends. */
export interface ProcessLogger extends Logger {
  close(): Promise<void>;
}

/** A secret shorter than this would blank out ordinary words. */
const shortestSecret = 6;
const dim = '\u001b[2m';
const colours: Record<string, string> = {
  error: '\u001b[31m',
  warn: '\u001b[33m',
  info: '\u001b[32m',
  debug: dim,
};

/**
 * The logger of one process: always stdout, and with LOG_DIR also files that rotate daily and at 20 MB and are kept 14 days.
 * Every field passes through redaction, so that secrets and transcripts never appear.
 */
export function createLogger(config: Pick<Config, 'log'>, secrets: Secrets | null, process: string): ProcessLogger {
  const values = Object.values(secrets ?? {}).filter(
    (value) => typeof value === 'string' && value.length >= shortestSecret,
  );
  const clean = winston.format((info) => Object.assign(info, redact({ ...info }, values)));
  const paint = (colour: string, text: string): string => (config.log.colours ? `${colour}${text}\u001b[0m` : text);
  const json = winston.format.printf(({ level, message, timestamp, ...fields }) =>
    JSON.stringify({ time: timestamp, level, process, message, ...fields }),
  );
  const readable = winston.format.printf(({ level, message, timestamp, ...fields }) => {
    const extra = Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
    const tail = extra.length > 0 ? ` ${paint(dim, extra.join(' '))}` : '';
    return `${String(timestamp).slice(11, 19)} ${paint(colours[level] ?? '', level.padEnd(5))} ${message}${tail}`;
  });
  const transports: winston.transport[] = [
    new winston.transports.Console({ format: config.log.format === 'json' ? json : readable }),
  ];
  if (config.log.dir !== null) {
    transports.push(
      new DailyRotateFile({
        dirname: config.log.dir,
        filename: `${process}-%DATE%.log`,
        datePattern: 'YYYY-MM-DD',
        maxSize: '20m',
        maxFiles: '14d',
        auditFile: `${config.log.dir}/.${process}-audit.json`,
        format: json,
      }),
    );
  }
  const logger = winston.createLogger({
    level: config.log.level,
    format: winston.format.combine(clean(), winston.format.timestamp()),
    transports,
  });
  return { ...wrap(logger), close: () => closeLogger(logger) };
}

function wrap(logger: winston.Logger): Logger {
  return {
    error: (message, fields) => void logger.error({ ...fields, message }),
    warn: (message, fields) => void logger.warn({ ...fields, message }),
    info: (message, fields) => void logger.info({ ...fields, message }),
    debug: (message, fields) => void logger.debug({ ...fields, message }),
    child: (fields) => wrap(logger.child(fields)),
  };
}

async function closeLogger(logger: winston.Logger): Promise<void> {
  const files = logger.transports.filter((transport) => transport instanceof DailyRotateFile);
  await new Promise((resolve) => {
    logger.once('finish', resolve);
    logger.end();
  });
  // A rotating file says `finish` once when its queue is empty and again when the file is: the second is the one to wait for.
  for (const file of files) {
    const flushed = new Promise((resolve) => file.once('finish', resolve));
    file.close?.();
    await flushed;
  }
}
