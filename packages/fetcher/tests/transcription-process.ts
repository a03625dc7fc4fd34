import { soundFile } from '../src/transcription/sound.ts';
import { TranscriptionServer } from '../src/transcription/transcription-server.ts';

/** Has one file transcribed and reports how much memory that took, at its peak, beyond what the process holds. */
const [baseUrl, path] = process.argv.slice(2).map(String);
const config = { baseUrl: String(baseUrl), model: 'whisper-1', timeoutMinutes: 1 };
const sound = await soundFile(String(path));
const before = process.resourceUsage().maxRSS;
await new TranscriptionServer({ config, apiKey: null }).transcribe(sound, new AbortController().signal);
process.stdout.write(JSON.stringify({ grownMegabytes: (process.resourceUsage().maxRSS - before) / 1024 }));
