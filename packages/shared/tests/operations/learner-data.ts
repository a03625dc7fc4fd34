import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { inTransaction } from '@tulkka/shared/database';
import {
  connectSupabase,
  ExerciseSetStore,
  LearnerLessons,
  LessonStore,
  type NewExerciseSet,
  type NewLesson,
} from '@tulkka/shared/lessons';
import { Publisher } from '@tulkka/shared/publishing';
import {
  ClassRepository,
  ClipRepository,
  FetchRequestRepository,
  IdempotencyRepository,
  InvitationRepository,
  ItemReportRepository,
  PersonRepository,
  RecordingAudioRepository,
  UploadRepository,
  uploadPartName,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { TestSupabase } from '../../../../tests/harness/test-supabase.ts';

export const learner = 'learner-to-forget';
export const companion = 'learner-who-stays';
/** What nobody but the learner said. */
export const secret = 'zanzibar';

/** What the learner said among others. */
export const ownSentence = 'My uncle keeps the old lighthouse on the island.';

/** Everything that the product stores about a learner, made by its own parts, beside another learner's. */
export async function storeLearners(games: Knex, supabase: TestSupabase) {
  const connection = connectSupabase(supabase.url, supabase.key);
  const lessons = new LessonStore(connection);
  const sets = new ExerciseSetStore(connection);
  const classes = (db: Knex) => new ClassRepository(db);
  await inTransaction(games, async (t) => {
    await classes(t).add({ id: 'solo', name: `Just ${secret}`, teacher_id: 'teacher', students: [learner] });
    await classes(t).add({ id: 'group', name: 'Group', teacher_id: 'teacher', students: [learner, companion] });
    const people = new PersonRepository(t);
    await people.add({
      id: learner,
      name: `Ana ${secret}`,
      email: `${secret}@mail.example`,
      settings: { locale: 'es' },
    });
    await people.add({ id: companion, name: 'Ben', email: 'ben@mail.example' });
    const place = { class_id: 'group', created_by: 'teacher', max_uses: 1, expires_at: new Date(Date.now() + 60_000) };
    for (const id of [learner, companion]) await new InvitationRepository(t).add({ ...place, place_user_id: id });
  });

  const lesson = (id: string, changes: Partial<NewLesson>): NewLesson => ({
    recording_id: id,
    source: 'zoom',
    topic: `Lesson with ${secret}`,
    started_at: '2026-11-20T09:00:00.000Z',
    status: 'completed',
    resume_status: 'pending_processing',
    transcript: `Teacher: Hello.\nAna: I went to ${secret}.`,
    cues: [{ start_ms: 0, end_ms: 900, speaker: 'Ana', text: `I went to ${secret}.` }],
    speakers: ['Teacher', 'Ana'],
    ...changes,
  });
  const solo = await lessons.add(lesson('rec-solo', { class_id: 'solo' }));
  const named = await lessons.add(lesson('rec-named', { class_id: 'gone-class', user_id: learner }));
  const group = await lessons.add(
    lesson('rec-group', {
      class_id: 'group',
      topic: 'Group lesson',
      transcript: `Teacher: Hello, all.\nAna: ${ownSentence}\nBen: I went to harbour.`,
      cues: [
        { start_ms: 0, end_ms: 900, speaker: 'Teacher', text: 'Hello, all.' },
        { start_ms: 900, end_ms: 1900, speaker: 'Ana', text: ownSentence },
        { start_ms: 1900, end_ms: 2900, speaker: 'Ben', text: 'I went to harbour.' },
      ],
      speakers: ['Teacher', 'Ana', 'Ben'],
    }),
  );
  const newSet = (lessonId: string, recording: string, classId: string, userId: string | null): NewExerciseSet => ({
    recording_id: recording,
    zoom_summary_id: lessonId,
    class_id: classId,
    teacher_id: 'teacher',
    user_id: userId,
    lesson_number: 1,
    title: userId === null ? 'Group set' : `Set of ${secret}`,
    prompt_version: null,
    status: 'pending_review',
    exercises:
      userId === null ? withCard(exercisesAbout('harbour'), 'lighthouse', ownSentence) : exercisesAbout(secret),
  });
  const soloSet = await sets.add(newSet(solo.lesson.id, 'rec-solo', 'solo', learner));
  await sets.add(newSet(named.lesson.id, 'rec-named', 'gone-class', learner));
  const groupSet = await sets.add(newSet(group.lesson.id, 'rec-group', 'group', null));
  const publisher = new Publisher(games, sets);
  await publisher.approve(soloSet.set, 'teacher');
  // They helped with the lessons as well.
  const by = { by: learner, reason: ownSentence };
  await publisher.approve(await sets.edit(groupSet.set, groupSet.set.exercises, by), learner);
  // The group began as a class of one.
  await games('publications').where({ recording_id: 'rec-group' }).update({ learner_id: learner });

  for (const user of [learner, companion]) await storePlay(games, user);
  await new FetchRequestRepository(games).add({
    teacher_email: 'teacher@example.org',
    from: '2026-11-20T00:00:00.000Z',
    until: '2026-11-21T00:00:00.000Z',
    class_id: 'solo',
    teacher_id: 'teacher',
    user_id: learner,
  });
  const keys = new IdempotencyRepository(games);
  for (const [id, user_id] of [
    ['a'.repeat(64), learner],
    ['b'.repeat(64), companion],
  ] as const) {
    const claim = await keys.claim(id, 'hash', 60_000);
    if (claim.state === 'claimed') await keys.answer(id, claim.lease, 201, { list: { user_id, name: 'Mine' } });
  }
  const audioStore = new FolderAudioStore(mkdtempSync(join(tmpdir(), 'tulkka-sound-')));
  await storeSound(games, audioStore);
  await storeUploads(games, audioStore);
  return {
    sources: { games, lessons: new LearnerLessons(connection), sets, audioStore },
    lessons,
    sets,
    solo: solo.lesson,
  };
}

/** A kept recording and two clips, one of each voice, of a lesson alone and of one with a group. */
async function storeSound(games: Knex, audioStore: FolderAudioStore): Promise<void> {
  for (const [recording_id, class_id] of [
    ['rec-solo', 'solo'],
    ['rec-group', 'group'],
  ] as const) {
    const audio_name = `recordings/${recording_id}.m4a`;
    await audioStore.put(audio_name, Readable.from([Buffer.from('voices')]));
    await new RecordingAudioRepository(games).keep(recording_id, class_id, [{ audio_name, offset_ms: 0 }]);
    for (const said_by of ['teacher', 'student'] as const) {
      const id = `${recording_id}-${said_by}`;
      await audioStore.put(`clips/${id}.m4a`, Readable.from([Buffer.from(said_by)]));
      const times = { start_ms: 0, end_ms: 900, audio_name: `clips/${id}.m4a` };
      await new ClipRepository(games).add({ id, recording_id, class_id, quote_key: said_by, said_by, ...times });
    }
  }
}

/** Recordings of which one part came: of the learner, of their own class, and of the group. */
async function storeUploads(games: Knex, audioStore: FolderAudioStore): Promise<void> {
  const uploads = new UploadRepository(games);
  const file = { owner_id: 'teacher-1', name: 'Lesson.m4a', size: 9, part_size: 5, fingerprint: null };
  for (const lesson_fields of [{ class_id: 'group', user_id: learner }, { class_id: 'solo' }, { class_id: 'group' }]) {
    const { id } = await uploads.add({ ...file, lesson_fields });
    await audioStore.put(uploadPartName(id, 1), Readable.from([Buffer.from('voice')]));
    await inTransaction(games, (transaction) => new UploadRepository(transaction).notePart(id, 1));
  }
}

async function storePlay(games: Knex, user: string): Promise<void> {
  const at = new Date('2026-11-21T10:00:00.123Z');
  const session = uuidv7();
  await games('game_sessions').insert({
    id: session,
    user_id: user,
    game_type: 'spelling_bee',
    mode: 'practice',
    status: 'completed',
    item_ids: JSON.stringify(['w1']),
    total_items: 1,
    started_at: at,
    updated_at: at,
  });
  await games('game_results').insert({
    id: uuidv7(),
    session_id: session,
    user_id: user,
    game_type: 'spelling_bee',
    item_id: 'w1',
    is_correct: false,
    graded_by: 'server',
    attempts: 1,
    time_spent_ms: 1200,
    answer: JSON.stringify(`answer of ${user}`),
    outcome: JSON.stringify({ is_correct: false }),
    created_at: at,
  });
  await games('user_mistakes').insert({
    user_id: user,
    game_type: 'spelling_bee',
    item_id: 'w1',
    mistake_count: 1,
    last_answer: JSON.stringify(`answer of ${user}`),
    last_mistake_at: at,
    created_at: at,
    updated_at: at,
  });

  await new ItemReportRepository(games).save({
    userId: user,
    gameType: 'grammar_challenge',
    itemId: 'g1',
    classId: 'group',
    recordingId: 'rec-group',
    reason: 'other',
    text: `report of ${user}`,
  });
  await games('memory_parameters').insert({
    id: `fit of ${user}`,
    user_id: user,
    algorithm: 'fsrs-6/0a1b2c3d4',
    parameters: '[0.2,1.3]',
    reviews: 1200,
    log_loss: 0.31,
    log_loss_in_use: 0.34,
    taken: true,
    fitted_at: at,
  });
  await games('memories').insert({
    user_id: user,
    game_type: 'spelling_bee',
    thing: 'harbour',
    item_id: 'w1',
    stability: 2.3,
    difficulty: 2.1,
    state: 'review',
    due_at: at,
    slips_at: at,
    first_at: at,
    last_review_at: at,
    last_day_at: at,
    reps: 1,
    lapses: 0,
    scheduled_days: 2,
    answer_key: 'key',
    answers: 1,
    algorithm: 'fsrs-6',
    created_at: at,
    updated_at: at,
  });
  await games('user_game_stats').insert({ user_id: user, game_type: 'spelling_bee', sessions: 1, last_played_at: at });
}

/** A set with a card more, which quotes a sentence. */
function withCard(set: NewExerciseSet['exercises'], word: string, sentence: string): NewExerciseSet['exercises'] {
  const card = { ...set.flashcards[0], word, definition: 'a tower with a light', example_sentence: sentence };
  const flashcards = [...set.flashcards, { ...emptyCard, ...card, source_quote: sentence }];
  return { ...set, flashcards, total_exercises: set.total_exercises + 1 };
}

const emptyCard = { translation: null, part_of_speech: 'noun', difficulty: 'medium' as const };

/** A small set in which one word tells where it came from. */
export function exercisesAbout(word: string): NewExerciseSet['exercises'] {
  return {
    lesson_number: 1,
    flashcards: [
      {
        word,
        translation: null,
        definition: `the word ${word}`,
        part_of_speech: 'noun',
        example_sentence: `I went to ${word}.`,
        difficulty: 'medium',
        source_quote: `I went to ${word}.`,
      },
    ],
    spelling: [],
    fill_in_blank: [
      {
        sentence: 'I went to _____ last year.',
        options: [word, 'home', 'school', 'work'],
        correct_answer: word,
        hint: 'A place.',
        explanation: 'It was said in the lesson.',
        topic: 'travel',
        difficulty: 'medium',
        source_quote: `I went to ${word}.`,
      },
    ],
    grammar: [],
    sentence_builder: [],
    total_exercises: 2,
    quality_passed: false,
    quality: { rules_checked: [], dropped: [], notes: [] },
    analysis: { vocabulary: [], corrections: [], sentences: [] },
    engine: 'rules',
  };
}
