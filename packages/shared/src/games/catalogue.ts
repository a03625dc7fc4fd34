import type { z } from 'zod';
import { ClozeContent, GrammarContent, SentenceContent } from './items.ts';

/** Where a catalogue's groups, lessons and items are kept and what its items hold. The three differ in nothing else. */
export interface Catalogue {
  groupTable: 'cloze_topics' | 'grammar_categories' | 'sentence_topics';
  groupKey: 'topic_id' | 'category_id';
  lessonTable: 'cloze_lessons' | 'grammar_lessons' | 'sentence_lessons';
  countKey: 'item_count' | 'question_count';
  itemTable: 'cloze_items' | 'grammar_questions' | 'sentence_items';
  /** What a person calls a group and an item. */
  groupNoun: 'topic' | 'category';
  itemNoun: 'item' | 'question';
  content: z.ZodObject;
  /** The content's fields that are stored as JSON. */
  jsonFields: readonly string[];
}

export const clozeCatalogue = {
  groupTable: 'cloze_topics',
  groupKey: 'topic_id',
  lessonTable: 'cloze_lessons',
  countKey: 'item_count',
  itemTable: 'cloze_items',
  groupNoun: 'topic',
  itemNoun: 'item',
  content: ClozeContent,
  jsonFields: ['text_parts', 'options', 'correct_answers'],
} as const satisfies Catalogue;

export const grammarCatalogue = {
  groupTable: 'grammar_categories',
  groupKey: 'category_id',
  lessonTable: 'grammar_lessons',
  countKey: 'question_count',
  itemTable: 'grammar_questions',
  groupNoun: 'category',
  itemNoun: 'question',
  content: GrammarContent,
  jsonFields: ['options'],
} as const satisfies Catalogue;

export const sentenceCatalogue = {
  groupTable: 'sentence_topics',
  groupKey: 'topic_id',
  lessonTable: 'sentence_lessons',
  countKey: 'item_count',
  itemTable: 'sentence_items',
  groupNoun: 'topic',
  itemNoun: 'item',
  content: SentenceContent,
  jsonFields: ['sentence_tokens', 'accepted_sequences', 'distractors'],
} as const satisfies Catalogue;

/** The group that holds the lessons of classes, beside the starter topics. A grammar item of it keeps its kind of error as its category. */
export const lessonsGroup = {
  id: 'lessons',
  name: 'From your lessons',
  icon: '🎓',
  description: 'Practice made of your own lessons.',
};
