import { nothing } from '@tulkka/shared/grading';
import { filledText } from '@tulkka/shared/grading/listening';
import type { Schema } from '../api/client.ts';
import type { Sound } from '../speech/voice.ts';

/** The games that can be played by ear, in the order in which they are offered. */
export const listeningGames = [
  'sentence_builder',
  'advanced_cloze',
  'spelling_bee',
] as const satisfies Schema<'PracticeItem'>['game_type'][];
export type ListeningGame = (typeof listeningGames)[number];

/** Whether a game can be played by ear. */
export const isListeningGame = (gameType: string): gameType is ListeningGame =>
  listeningGames.some((one) => one === gameType);

type PlayedItem = Schema<'ClozeItem' | 'GrammarQuestion' | 'SentenceItem' | 'WordItem'>;

/** What of an item is heard, by ear; null for items that are not played so. */
export function soundOf(item: PlayedItem): Sound | null {
  const clipId = item.listen_clip_id ?? null;
  if ('english_sentence' in item) {
    return { text: item.english_sentence, clipId, recording: { of: 'sentence', id: item.id } };
  }
  if ('text_parts' in item) return { text: filledText(item), clipId, recording: { of: 'gaps', id: item.id } };
  return 'word' in item ? { text: item.word, clipId, recording: { of: 'word', id: item.id } } : null;
}

/** Whether a gap may stay empty: nobody can type that, so its options are shown from the beginning. */
export const mayBeEmpty = ({ options }: Schema<'ClozeItem'>): boolean => options.some((one) => one.includes(nothing));
