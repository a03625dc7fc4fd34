import {
  ClozeContent,
  type GameType,
  GrammarContent,
  gameOf,
  SentenceContent,
  WordContent,
} from '@tulkka/shared/games';
import type { CatalogueItem } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Difficulty, Moment } from '../http/fields.ts';
import type { SessionItem } from '../sessions/item-source.ts';
import { ItemClips, ListenClip } from './clip.ts';
import { PresentedOrigin } from './item-origin.ts';

/** In a session of one game; practice over all games has them beside the item. */
const heard = {
  clip_id: ItemClips.clip_id.optional(),
  own_clip_id: ItemClips.own_clip_id.optional(),
  listen_clip_id: ListenClip.optional(),
};
const fromLesson = z.object(PresentedOrigin).partial().shape;

const head = { id: z.string(), lesson_id: z.string(), difficulty: Difficulty, ...heard, ...fromLesson };

/** A text with blanks as the API shows it: n blanks, n lists of options, n + 1 parts around them. */
export const PresentedClozeItem = z
  .strictObject({ ...head, topic_id: z.string(), ...ClozeContent.shape, created_at: Moment })
  .meta({ id: 'ClozeItem' });

/** A grammar question as the API shows it. */
export const PresentedGrammarQuestion = z
  .strictObject({ ...head, category_id: z.string(), ...GrammarContent.shape, created_at: Moment })
  .meta({ id: 'GrammarQuestion' });

/** A sentence to build as the API shows it; `accepted` is `accepted_sequences` by the name that older clients read. */
export const PresentedSentenceItem = z
  .strictObject({
    ...head,
    topic_id: z.string(),
    ...SentenceContent.shape,
    accepted: SentenceContent.shape.accepted_sequences,
    created_at: Moment,
  })
  .meta({ id: 'SentenceItem' });

/** One of the learner's words as an item of a word game. */
export const PresentedWordItem = z
  .strictObject({
    id: z.string(),
    word_list_id: z.string(),
    difficulty: Difficulty,
    ...WordContent.shape,
    ...heard,
    ...fromLesson,
    created_at: Moment,
  })
  .meta({ id: 'WordItem' });

/** An item of any game. */
export const PresentedItem = z.union([
  PresentedClozeItem,
  PresentedGrammarQuestion,
  PresentedSentenceItem,
  PresentedWordItem,
]);
type PresentedItem = z.output<typeof PresentedItem>;

/** Picks what leaves the system of a catalogue's item; its content leaves whole, in the catalogue's own shape. */
export function presentCatalogueItem(gameType: GameType, item: CatalogueItem): PresentedItem {
  const { id, lessonId: lesson_id, groupId, difficulty, content, createdAt: created_at } = item;
  const shared = { id, lesson_id, difficulty, created_at };
  switch (gameOf(gameType).catalogue?.itemTable) {
    case 'cloze_items':
      return { ...shared, topic_id: groupId, ...ClozeContent.parse(content) };
    case 'grammar_questions':
      return { ...shared, category_id: groupId, ...GrammarContent.parse(content) };
    case 'sentence_items': {
      const sentence = SentenceContent.parse(content);
      return { ...shared, topic_id: groupId, ...sentence, accepted: sentence.accepted_sequences };
    }
    default:
      throw new Error(`${gameType} is not played with a catalogue.`);
  }
}

/** Picks what leaves the system of a session's item. */
export function presentSessionItem(gameType: GameType, item: SessionItem): PresentedItem {
  if (item.kind === 'catalogue') return presentCatalogueItem(gameType, item);
  const { id, wordListId: word_list_id, difficulty, content, createdAt: created_at } = item;
  return { id, word_list_id, difficulty, ...content, created_at };
}
