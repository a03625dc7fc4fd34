// A busy teacher's desk, made of what the API answers of the sample lessons: 200 lessons, and a lesson of an hour.
const kinds = ['flashcards', 'spelling', 'fill_in_blank', 'grammar', 'sentence_builder'];
const asTeacher = { 'X-User-Id': 'demo-teacher', 'X-User-Role': 'teacher' };

async function get(url, path) {
  const response = await fetch(`${url}/api/v1${path}`, { headers: asTeacher });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The same words in their so-manieth telling: no two lines are alike, and each quote stands where its line does. */
const retold = (text, telling) =>
  telling === 0 ? text : text.replaceAll(/[\p{L}\p{N}']+/gu, (word) => `${word}${'bcdfghklmnprst'[telling - 1]}`);

const times = (count, list) =>
  Array.from({ length: count }, (_, i) => [list[i % list.length], Math.floor(i / list.length), i]);

/** What the API would answer, by path. @param {{ lessons: number; cues: number; items: number }} size */
export async function bigDesk(url, size) {
  const desk = await get(url, '/desk?limit=100');
  const waiting = desk.lessons.find(({ set }) => set?.status === 'pending_review');
  if (!waiting) throw new Error('No sample lesson waits for review.');
  const [{ data: set }, lesson] = [
    await get(url, `/exercises/${waiting.set.id}`),
    await get(url, `/lessons/${waiting.lesson.id}`),
  ];
  const lessons = times(size.lessons, desk.lessons).map(([one, , i]) => ({
    ...one,
    lesson: { ...one.lesson, id: `lesson-${i}`, topic: `${one.lesson.topic}, part ${i + 1}` },
    set: one.set && { ...one.set, id: i === 0 ? set.id : `set-${i}` },
  }));
  const { cues } = lesson.lesson;
  const hour = times(size.cues, cues).map(([cue, telling], i) => ({
    ...cue,
    start_ms: Math.round((i * 3_600_000) / size.cues),
    text: retold(cue.text, telling),
  }));
  return {
    setId: set.id,
    pages: (page, limit) => ({
      ...desk,
      count: Math.min(limit, lessons.length - (page - 1) * limit),
      lessons: lessons.slice((page - 1) * limit, page * limit),
      pagination: { page, limit, total: lessons.length },
    }),
    set: { success: true, data: { ...set, exercises: retoldExercises(set.exercises, size.items) } },
    lesson: { ...lesson, lesson: { ...lesson.lesson, cues: hour, duration_seconds: 3600 } },
  };
}

/** So many items over the five kinds, as evenly as the lesson has them. */
function retoldExercises(exercises, wanted) {
  const had = kinds.reduce((sum, kind) => sum + exercises[kind].length, 0);
  const counts = kinds.map((kind) => Math.floor((wanted * exercises[kind].length) / had));
  counts[0] += wanted - counts.reduce((sum, count) => sum + count, 0);
  const lists = kinds.map((kind, place) => [
    kind,
    times(counts[place], exercises[kind]).map(([item, telling, i]) => ({
      ...item,
      id: `${kind}-${i}`,
      source_quote: retold(item.source_quote, telling),
    })),
  ]);
  return { ...exercises, ...Object.fromEntries(lists) };
}
