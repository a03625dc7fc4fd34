import { exerciseKinds, type LessonExercises } from '@tulkka/shared/exercises';

const titles: Record<(typeof exerciseKinds)[number], string> = {
  flashcards: 'Flashcards',
  spelling: 'Spelling',
  fill_in_blank: 'Gaps',
  grammar: 'Grammar',
  sentence_builder: 'Sentences to build',
};

const heading = (title: string): string => `\n${title}\n${'─'.repeat(title.length)}`;

function items(set: LessonExercises, kind: (typeof exerciseKinds)[number]): string[] {
  switch (kind) {
    case 'flashcards':
      return set.flashcards.map(
        (card) =>
          `${card.word} (${card.part_of_speech}): ${card.definition}\n    “${card.example_sentence}”  [${card.difficulty}]`,
      );
    case 'spelling':
      return set.spelling.map((item) => `${item.word}: ${item.hint}  [${item.difficulty}]`);
    case 'fill_in_blank':
      return set.fill_in_blank.map(
        (item) => `${item.sentence}\n    ${options(item.options, item.correct_answer)}  [${item.difficulty}]`,
      );
    case 'grammar':
      return set.grammar.map(
        (item) =>
          `${item.question}\n    ${options(item.options, item.correct_answer)}  [${item.category}, ${item.difficulty}]\n    ${item.explanation}`,
      );
    case 'sentence_builder':
      return set.sentence_builder.map((item) => {
        const others = item.accepted_sequences.slice(1).map((sequence) => `\n    also right: ${sequence.join(' ')}`);
        return `${item.english_sentence}${others.join('')}${item.distractors.length === 0 ? '' : `\n    too many: ${item.distractors.join(', ')}`}  [${item.difficulty}]`;
      });
  }
}

function options(all: readonly string[], answer: string): string {
  return all.map((option) => (option === answer ? `✓ ${option}` : option)).join(' · ');
}

function dropped(set: LessonExercises): string[] {
  const byReason = new Map<string, string[]>();
  for (const { kind, what, reason } of set.quality.dropped)
    byReason.set(reason, [...(byReason.get(reason) ?? []), `${what} (${kind.replaceAll('_', ' ')})`]);
  return [...byReason].map(([reason, whats]) => `${reason}\n    ${whats.join('\n    ')}`);
}

/** What a person wants to know about a set: what was found in the lesson, what was made of it, what was not, and why. */
export function lessonReport(set: LessonExercises): string {
  const { vocabulary, corrections, sentences } = set.analysis;
  const bullets = (lines: readonly string[]): string[] =>
    lines.length === 0 ? ['  (none)'] : lines.map((line) => `  ${line}`);
  const quality = set.quality_passed ? 'Every rule is kept.' : 'It is too small to be a lesson’s practice on its own.';
  return [
    `Lesson ${set.lesson_number}: ${set.total_exercises} exercises, read by ${set.engine === 'openai' ? 'a model' : 'the rules'}. ${quality}`,
    ...set.quality.notes.map((note) => `  ${note}`),
    heading(`Taught words (${vocabulary.length})`),
    ...bullets(
      vocabulary.map(
        (term) =>
          `${term.term} (${term.part_of_speech})${term.definition === null ? '' : `: ${term.definition}`}\n    heard: “${term.quote}”`,
      ),
    ),
    heading(`Corrections (${corrections.length})`),
    ...bullets(
      corrections.map(
        (one) =>
          `${one.wrong} → ${one.right}  [${one.category}${one.explicit ? ', the teacher named it' : ''}]\n    heard: “${one.quote}”`,
      ),
    ),
    heading(`Good sentences (${sentences.length})`),
    ...bullets(sentences.map((sentence) => sentence.text)),
    ...exerciseKinds.flatMap((kind) => [
      heading(`${titles[kind]} (${set[kind].length})`),
      ...bullets(items(set, kind)),
    ]),
    heading(`Left out (${set.quality.dropped.length})`),
    ...bullets(dropped(set)),
    '',
  ].join('\n');
}
