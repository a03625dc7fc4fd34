import { inTransaction, seedStarterContent } from '@tulkka/shared/database';
import type { Speaker } from '@tulkka/shared/publishing';
import { PublicationRepository } from '@tulkka/shared/repositories';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { createTestApi, type TestApi } from './test-api.ts';

onEveryDatabase((database) => {
  let api: TestApi;
  beforeAll(async () => {
    await seedStarterContent(database().db);
    api = await createTestApi(database());
  });
  afterAll(() => api.close());

  const source = (ms: number | null, by: Speaker | null) => ({
    set_item_id: null,
    source_quote: `said at ${ms}`,
    source_ms: ms,
    source_by: by,
  });
  const setStudents = (id: string, students: string[]) =>
    api.as('root', 'admin').patch(`/api/v1/classes/${id}`).send({ students }).expect(200);

  /** A lesson with a word of its teacher, a gap that nobody is known to have said, and a learner's sentence. */
  const publish = (recordingId: string, classId: string, isOneToOne: boolean) => {
    const word = { translation: null, notes: null, example_sentence: null, picture: null, difficulty: 'easy' };
    const shared = { topic_id: 'lessons', difficulty: 'easy', hint: 'h' };
    const content = {
      recordingId,
      exerciseSetId: `set of ${recordingId}`,
      revision: 1,
      classId,
      title: 'At the hotel',
      isOneToOne,
      words: [{ ...word, word: 'reception', ...source(20_000, 'teacher') }],
      cloze: [
        {
          ...shared,
          explanation: 'e',
          text_parts: ['I work at ', '.'],
          options: [['night', 'nights']],
          correct_answers: ['night'],
          ...source(null, null),
        },
      ],
      grammar: [],
      sentence: [
        {
          ...shared,
          english_sentence: 'I work at night.',
          translation: null,
          sentence_tokens: ['I', 'work', 'at', 'night'],
          accepted_sequences: [['I', 'work', 'at', 'night']],
          distractors: [],
          ...source(10_000, 'student'),
        },
      ],
    };
    return inTransaction(database().db, (transaction) => new PublicationRepository(transaction).publish(content));
  };

  const read = async (userId: string, recordingId: string) => {
    const { body } = await api.as(userId).get(`/api/v1/recordings/${recordingId}/items`).expect(200);
    const items: { game_type: string; said_by: string }[] = body.items;
    return { body, said: items.map(({ game_type, said_by }) => [game_type, said_by]) };
  };

  test('a lesson is read in its order, with who said it and how it is played', async () => {
    const admin = api.as('root', 'admin');
    await admin.post('/api/v1/classes').send({ id: 'solo', name: 'Solo', teacher_id: 't', students: ['leo'] });
    await publish('rec-solo', 'solo', true);
    const { body, said } = await read('leo', 'rec-solo');
    expect(said).toEqual([
      ['sentence_builder', 'you'],
      ['flashcards', 'teacher'],
      ['spelling_bee', 'teacher'],
      ['advanced_cloze', 'lesson'],
    ]);
    expect(body).toMatchObject({ title: 'At the hotel', class_id: 'solo', recording_id: 'rec-solo' });
    for (const { game_type, mode, reference_id, count } of body.play) {
      const started = await api.as('leo').post('/api/v1/sessions/start').send({ game_type, mode, reference_id });
      expect([game_type, started.status, started.body.total_items]).toEqual([game_type, 201, count]);
    }
  });

  test('who joins later hears of what the learner before them said that it was in the lesson', async () => {
    await setStudents('solo', ['leo', 'new']);
    expect((await read('new', 'rec-solo')).said[0]).toEqual(['sentence_builder', 'lesson']);
    expect((await read('leo', 'rec-solo')).said[0]).toEqual(['sentence_builder', 'you']);
    await setStudents('solo', ['new']);
    expect((await read('new', 'rec-solo')).said[0]).toEqual(['sentence_builder', 'lesson']);
  });

  test('in a group nobody is told that somebody said it', async () => {
    const admin = api.as('root', 'admin');
    await admin.post('/api/v1/classes').send({ id: 'group', name: 'Group', teacher_id: 't', students: ['ana', 'ben'] });
    await publish('rec-group', 'group', false);
    for (const learner of ['ana', 'ben']) {
      expect((await read(learner, 'rec-group')).said[0]).toEqual(['sentence_builder', 'lesson']);
    }
    await api.as('leo').get('/api/v1/recordings/rec-group/items').expect(404);
    const practice = await api.as('ana').post('/api/v1/practice').send({ limit: 10 }).expect(201);
    const items: { said_by: string | null }[] = practice.body.items;
    // Starter content quotes nobody.
    expect([...new Set(items.flatMap(({ said_by }) => said_by ?? []))].sort()).toEqual(['lesson', 'teacher']);
  });

  test('a whole lesson costs few statements, however many items it has', async () => {
    const { db } = database();
    let statements = 0;
    const count = () => {
      statements += 1;
    };
    db.on('query', count);
    await read('ana', 'rec-group');
    db.removeListener('query', count);
    // Where it is in four kinds of places; then the items and the origins of each game.
    expect(statements).toBeLessThanOrEqual(16);
  });
});
