// node keep-clip.mjs DATABASE TITLE CLIP_ID AUDIO_NAME MS: notes a clip in which the teacher says just the first sentence
// of a lesson. A process of its own, for what it needs of a server has other types than what a browser runs.
import { quoteKey } from '@tulkka/shared/clips';
import { connect } from '@tulkka/shared/database';
import { ClipRepository } from '@tulkka/shared/repositories';

const [file = '', title = '', id = '', audio_name = '', ms = ''] = process.argv.slice(2);
const db = connect({ kind: 'sqlite', file }, '');
const item = await db('sentence_items as i')
  .join('sentence_lessons as l', 'l.id', 'i.lesson_id')
  .where('l.title', 'like', `%${title}%`)
  .orderBy(['i.position', 'i.id'])
  .first('i.id', 'i.english_sentence as text', 'l.recording_id', 'l.class_id');
const { recording_id, class_id } = item;
const quote_key = quoteKey(item.text);
await db('sentence_items').where({ id: item.id }).update({ source_quote: item.text });
await db('clips').where({ recording_id, quote_key }).delete();
const place = { id, recording_id, class_id, quote_key, audio_name };
const isKept = await new ClipRepository(db).add({ ...place, said_by: 'teacher', start_ms: 0, end_ms: Number(ms) });
await db.destroy();
process.exit(isKept ? 0 : 1);
