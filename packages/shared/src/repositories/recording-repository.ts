import type { Db } from '../database/index.ts';
import { type GameType, gameOf } from '../games/index.ts';
import { type CatalogueViewer, whereVisible } from './catalogue-viewer.ts';

/** A place in a game that holds what was published of a recording: a word list, or a lesson of a catalogue. */
export interface RecordingPlace {
  gameType: GameType;
  /** What a session of this game names to play it. */
  mode: 'custom' | 'lesson';
  referenceId: string;
  title: string;
  classId: string | null;
  itemIds: string[];
}

const catalogueGames = ['advanced_cloze', 'grammar_challenge', 'sentence_builder'] as const satisfies GameType[];

/** What was published of one recording, as one learner sees it. */
export class RecordingRepository {
  constructor(
    private readonly db: Db,
    private readonly viewer: CatalogueViewer,
    private readonly userId: string,
  ) {}

  /** The places of a recording, with their items in order; none where it was not published to this learner. */
  async listPlaces(recordingId: string): Promise<RecordingPlace[]> {
    const [words, ...catalogues] = await Promise.all([
      this.findWords(recordingId),
      ...catalogueGames.map((gameType) => this.findItems(gameType, recordingId)),
    ]);
    return [...words, ...catalogues.flat()];
  }

  private async findWords(recordingId: string): Promise<RecordingPlace[]> {
    const rows = await this.db('words as i')
      .join('word_lists as l', 'l.id', 'i.word_list_id')
      .where({ 'l.user_id': this.userId, 'l.recording_id': recordingId })
      .orderBy(['l.created_at', 'i.created_at', 'i.id'])
      .select('i.id', 'l.id as place_id', 'l.name as title', 'l.class_id');
    return placesOf('custom', rows).flatMap((place) => [
      { ...place, gameType: 'flashcards' as const },
      { ...place, gameType: 'spelling_bee' as const },
    ]);
  }

  private async findItems(gameType: GameType, recordingId: string): Promise<RecordingPlace[]> {
    const { catalogue } = gameOf(gameType);
    if (catalogue === null) return [];
    const { itemTable, lessonTable } = catalogue;
    const rows = await this.db(itemTable)
      .join(`${lessonTable} as l`, 'l.id', `${itemTable}.lesson_id`)
      .where('l.recording_id', recordingId)
      .modify(whereVisible, this.db, itemTable, this.viewer)
      .orderBy([`${itemTable}.position`, `${itemTable}.id`])
      .select(`${itemTable}.id`, 'l.id as place_id', 'l.title', 'l.class_id');
    return placesOf('lesson', rows).map((place) => ({ ...place, gameType }));
  }
}

type Row = Record<string, unknown>;

function placesOf(mode: RecordingPlace['mode'], rows: readonly Row[]): Omit<RecordingPlace, 'gameType'>[] {
  const places = new Map<string, Omit<RecordingPlace, 'gameType'>>();
  for (const row of rows) {
    const referenceId = String(row.place_id);
    const place = places.get(referenceId) ?? {
      mode,
      referenceId,
      title: String(row.title),
      classId: row.class_id ? String(row.class_id) : null,
      itemIds: [],
    };
    place.itemIds.push(String(row.id));
    places.set(referenceId, place);
  }
  return [...places.values()];
}
