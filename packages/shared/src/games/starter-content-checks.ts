import { foldedText, revealsAnswer } from '../grading/index.ts';
import type { Catalogue } from './catalogue.ts';
import { ClozeContent, GrammarContent, SentenceContent } from './items.ts';
import type { StarterItem, StarterTopic } from './starter-content.ts';

/** What is wrong with the topics of one catalogue, as sentences for their author; empty when they can be played. */
export function starterProblems(catalogue: Catalogue, topics: readonly StarterTopic[]): string[] {
  const lessons = topics.flatMap((topic) => topic.lessons);
  const items = lessons.flatMap((lesson) => lesson.items);
  return [
    ...repeated(topics.map((topic) => topic.id)).map((id) => `${id}: two topics have this id`),
    ...repeated(lessons.map((lesson) => lesson.id)).map((id) => `${id}: two lessons have this id`),
    ...repeated(items.map((item) => item.id)).map((id) => `${id}: two items have this id`),
    ...items.flatMap((item) => itemProblems(catalogue, item).map((problem) => `${item.id}: ${problem}`)),
  ];
}

function itemProblems(catalogue: Catalogue, item: StarterItem): string[] {
  switch (catalogue.itemTable) {
    case 'cloze_items':
      return clozeProblems(ClozeContent.parse(item.content));
    case 'grammar_questions':
      return grammarProblems(GrammarContent.parse(item.content));
    case 'sentence_items':
      return sentenceProblems(SentenceContent.parse(item.content));
  }
}

/** What keeps a cloze item from being played. */
export function clozeProblems(content: ClozeContent): string[] {
  const blanks = content.correct_answers.length;
  const problems: string[] = [];
  if (content.text_parts.length !== blanks + 1) {
    problems.push(`${blanks} blank(s) need ${blanks + 1} text parts, not ${content.text_parts.length}`);
  }
  if (content.options.length !== blanks)
    problems.push(`${blanks} blank(s) have ${content.options.length} list(s) of options`);
  for (const [i, answer] of content.correct_answers.entries()) {
    problems.push(...choiceProblems(content.options[i] ?? [], answer).map((problem) => `blank ${i + 1}: ${problem}`));
  }
  return [...problems, ...hintProblems(content.hint, content.correct_answers)];
}

/** What keeps a grammar question from being played. */
export function grammarProblems(content: GrammarContent): string[] {
  const blanks = content.question.match(/_{3,}/gu) ?? [];
  return [
    ...(blanks.length === 1 && blanks[0] === '___'
      ? []
      : ['the question needs exactly one blank of three underscores']),
    ...choiceProblems(content.options, content.correct_answer),
    ...hintProblems(content.hint, [content.correct_answer]),
  ];
}

/** What keeps a sentence from being built. */
export function sentenceProblems(content: SentenceContent): string[] {
  const sorted = (tokens: readonly string[]): string => [...tokens].sort().join(' | ');
  const tokens = sorted(content.sentence_tokens);
  const problems: string[] = [];
  if (bare(content.sentence_tokens.join(' ')) !== bare(content.english_sentence)) {
    problems.push('the tokens in their order do not make the sentence');
  }
  for (const [i, sequence] of content.accepted_sequences.entries()) {
    if (sorted(sequence) !== tokens) problems.push(`accepted sequence ${i + 1} does not use exactly the tokens`);
  }
  const own = content.accepted_sequences.some((sequence) => sequence.join(' ') === content.sentence_tokens.join(' '));
  if (!own) problems.push('the tokens in their order are missing from the accepted sequences');
  const used = new Set(content.sentence_tokens.map(bare));
  for (const distractor of content.distractors) {
    if (used.has(bare(distractor))) problems.push(`the distractor “${distractor}” is one of the tokens`);
  }
  return [...problems, ...hintProblems(content.hint, [content.english_sentence])];
}

function choiceProblems(options: readonly string[], answer: string): string[] {
  return [
    ...(options.includes(answer) ? [] : [`the answer “${answer}” is not among the options`]),
    ...repeated(options).map((option) => `the option “${option}” stands twice`),
  ];
}

function hintProblems(hint: string, answers: readonly string[]): string[] {
  if (hint.trim() === '') return ['there is no hint'];
  return answers
    .filter((answer) => revealsAnswer(hint, answer))
    .map((answer) => `the hint contains the answer “${answer}”`);
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

/** A sentence without its punctuation, spacing and case. */
function bare(sentence: string): string {
  return foldedText(sentence).replace(/[^\p{L}\p{N}\p{M}']+/gu, '');
}
