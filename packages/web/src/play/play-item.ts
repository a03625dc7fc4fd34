import type { Schema } from '../api/client.ts';
import type { Sound } from '../speech/voice.ts';
import type { Clips } from '../ui/clip-buttons.tsx';
import { soundOf } from './listening.ts';

/** The five games, by the names of the API. */
export type GameType = Schema<'PracticeItem'>['game_type'];

/** Something to be answered, with the game that it is played in and where it comes from. */
export type PlayItem = {
  [Game in GameType]: {
    gameType: Game;
    itemId: string;
    item: ItemOf[Game];
    lesson: Schema<'PracticeItem'>['lesson'];
    /** What was said in the lesson. */
    quote: string | null;
    saidBy: Schema<'SaidBy'> | null;
    /** What of it can be heard as it was said. */
    clips: Clips;
    /** When it is due, where that is known. */
    dueAt: string | null;
    isNew: boolean;
    /** What is to be typed, in a session by ear; null in all others. */
    sound: Sound | null;
  };
}[GameType];

/** What each game is played with. */
export interface ItemOf {
  flashcards: Schema<'WordItem'>;
  spelling_bee: Schema<'WordItem'>;
  advanced_cloze: Schema<'ClozeItem'>;
  grammar_challenge: Schema<'GrammarQuestion'>;
  sentence_builder: Schema<'SentenceItem'>;
}

/** A session that can be played. */
export interface PlaySession {
  id: string;
  gameType: GameType | 'mixed';
  /** Played by ear. */
  listen: boolean;
  items: PlayItem[];
  /** The ids of its items as it began, those that were withdrawn since included. */
  itemIds: readonly string[];
  /** How many of its items were answered before, and in all. */
  done: number;
  total: number;
}

type AnyItem = ItemOf[GameType];

/** An item with its game; null where the two do not go together, which an older copy on a device might hold. */
function toPlayItem(gameType: GameType, item: AnyItem, rest: Omit<PlayItem, 'gameType' | 'item'>): PlayItem | null {
  switch (gameType) {
    case 'flashcards':
    case 'spelling_bee':
      return 'word' in item ? { ...rest, gameType, item } : null;
    case 'advanced_cloze':
      return 'text_parts' in item ? { ...rest, gameType, item } : null;
    case 'grammar_challenge':
      return 'question' in item ? { ...rest, gameType, item } : null;
    case 'sentence_builder':
      return 'sentence_tokens' in item ? { ...rest, gameType, item } : null;
  }
}

const fromPractice = (one: Schema<'PracticeItem'>): PlayItem | null =>
  toPlayItem(one.game_type, one.item, {
    itemId: one.item_id,
    lesson: one.lesson,
    quote: one.quote,
    saidBy: one.said_by,
    clips: { clip_id: one.clip_id, own_clip_id: one.own_clip_id },
    dueAt: one.due_at,
    isNew: one.why === 'new',
    sound: null,
  });

/** A practice session over all games as it is played. */
export function fromPracticeSession(session: Schema<'PracticeSession'>): PlaySession {
  return withItems(session, session.items.map(fromPractice));
}

const fromItem = (item: AnyItem, listen: boolean): Omit<PlayItem, 'gameType' | 'item'> => ({
  itemId: item.id,
  lesson: item.lesson ?? null,
  quote: item.quote ?? null,
  saidBy: item.said_by ?? null,
  clips: item,
  dueAt: null,
  isNew: false,
  sound: listen ? soundOf(item) : null,
});

/** A session of the API, of one game or of all, as it is played. */
export function fromSession(session: Schema<'SessionWithItems'>): PlaySession {
  const gameType = session.game_type;
  const items = (session.items ?? []).map((item) => {
    if ('game_type' in item) return fromPractice(item);
    return gameType === 'mixed' ? null : toPlayItem(gameType, item, fromItem(item, session.listen));
  });
  return withItems(session, items);
}

function withItems(
  session: Pick<Schema<'SessionWithItems'>, 'id' | 'game_type' | 'item_ids' | 'progress' | 'listen'>,
  items: readonly (PlayItem | null)[],
): PlaySession {
  return {
    id: session.id,
    gameType: session.game_type,
    // A copy of before on this device does not say.
    listen: session.listen ?? false,
    items: items.filter((item) => item !== null),
    itemIds: session.item_ids,
    done: session.progress.current,
    total: session.progress.total,
  };
}
