import { AssemblyaiTranscriber } from '../src/transcription/assemblyai.ts';
import { soundFile } from '../src/transcription/sound.ts';

/** Uploads one file and reports how much memory that took, at its peak, beyond what the process and its compiler hold. */
const [baseUrl, path] = process.argv.slice(2).map(String);
const config = { baseUrl: String(baseUrl), speechModels: ['universal-2'], languageDetection: false };
const transcriber = new AssemblyaiTranscriber({ apiKey: 'aai-key', config });
const before = process.resourceUsage().maxRSS;
const upload = await transcriber.upload(await soundFile(String(path)));
const [megabytesBefore, peak] = [before / 1024, process.resourceUsage().maxRSS / 1024];
process.stdout.write(JSON.stringify({ upload, megabytesBefore, grownMegabytes: peak - megabytesBefore }));
