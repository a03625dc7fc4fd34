// node keep-recording.mjs DATABASE RECORDING_ID CLASS_ID AUDIO_NAME: notes that the sound of a recording is kept, as the
// fetcher does. A process of its own, for what it needs of a server has other types than what a browser runs.
import { connect } from '@tulkka/shared/database';
import { RecordingAudioRepository } from '@tulkka/shared/repositories';

const [file = '', recordingId = '', classId = '', audio_name = ''] = process.argv.slice(2);
const db = connect({ kind: 'sqlite', file }, '');
await new RecordingAudioRepository(db).keep(recordingId, classId, [{ audio_name, offset_ms: 0 }]);
await db.destroy();
