import { type Catalogue, type GameType, gameOf } from '@tulkka/shared/games';
import { z } from 'zod';
import { PresentedClozeItem, PresentedGrammarQuestion, PresentedSentenceItem } from '../../presenters/game-item.ts';
import { type SessionArea, sessionsOf } from '../sessions/session-area.ts';

type Shown = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

/** All that tells the routes of one catalogue game from those of another. */
export interface CatalogueArea {
  gameType: GameType;
  catalogue: Catalogue;
  sessions: SessionArea;
  /** `cloze`, and `Cloze` in operation ids. */
  tag: string;
  name: string;
  /** The last part of the addresses of groups and items, and the keys that their lists stand under. */
  groups: 'topics' | 'categories';
  items: 'items' | 'questions';
  item: Shown;
}

function area(
  gameType: GameType,
  tag: string,
  name: string,
  rest: Pick<CatalogueArea, 'groups' | 'items' | 'item'>,
): CatalogueArea {
  const { catalogue } = gameOf(gameType);
  if (catalogue === null) throw new Error(`${gameType} has no catalogue.`);
  return { gameType, catalogue, tag, name, sessions: sessionsOf(tag, name, gameType), ...rest };
}

export const clozeArea = area('advanced_cloze', 'cloze', 'Cloze', {
  groups: 'topics',
  items: 'items',
  item: PresentedClozeItem,
});

export const grammarArea = area('grammar_challenge', 'grammar', 'Grammar', {
  groups: 'categories',
  items: 'questions',
  item: PresentedGrammarQuestion,
});

export const sentenceArea = area('sentence_builder', 'sentence', 'Sentence', {
  groups: 'topics',
  items: 'items',
  item: PresentedSentenceItem,
});

/** The item's part of an operation id: `listClozeItems`, `getGrammarQuestionHint`. */
export const itemName = ({ name, catalogue }: CatalogueArea): string =>
  `${name}${catalogue.itemNoun === 'item' ? 'Item' : 'Question'}`;

/** An object schema whose fields are known only here. */
export const fields = (shape: Record<string, z.ZodType>): Shown => z.strictObject(shape);
