import { loadSettings, readEnvironment } from '../config/index.ts';
import { ValidationError } from '../errors/index.ts';
import { TranscriptRetention } from '../lessons/index.ts';
import { openLessons, retentionLimit } from '../operations/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run retention [-- --days N]
  Blanks the transcripts of completed lessons that are older than TRANSCRIPT_RETENTION_DAYS (or N) days. The worker does
  the same by itself once an hour. The lessons and their exercises stay.`;

await runCommand(help, async () => {
  const { options } = readArguments(help, { options: ['days'] });
  const settings = loadSettings(readEnvironment());
  const days = options.days === undefined ? settings.config.transcriptRetentionDays : Number(options.days);
  if (days === null) {
    const message = 'No limit is set: give --days N or set TRANSCRIPT_RETENTION_DAYS.';
    throw new ValidationError([{ path: 'TRANSCRIPT_RETENTION_DAYS', message }], message);
  }
  if (!Number.isInteger(days) || days < 1) {
    throw new ValidationError([{ path: '--days', message: 'must be a whole number of days, at least 1' }]);
  }
  const limit = retentionLimit(days);
  const blanked = await new TranscriptRetention(openLessons(settings, 'retention')).blankBefore(limit);
  console.log(`Transcripts of lessons before ${limit.toISOString()}: ${blanked} blanked.`);
});
