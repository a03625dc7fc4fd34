import { toIso } from '../database/index.ts';
import { Difficulty } from '../exercises/index.ts';
import type { Catalogue } from '../games/index.ts';

/** A topic or a category. */
export interface CatalogueGroup {
  id: string;
  name: string;
  icon: string;
  description: string;
}

export interface CatalogueLesson {
  id: string;
  groupId: string;
  title: string;
  description: string;
  difficulty: Difficulty;
  itemCount: number;
}

/** An item as it is stored. */
export interface CatalogueItem {
  id: string;
  groupId: string;
  lessonId: string;
  difficulty: Difficulty;
  /** The fields of the catalogue's own shape, not checked yet: who reads them parses them with that schema. */
  content: Record<string, unknown>;
  /** Where a stored recording of it can be heard; only sentences have one. */
  audioUrl: string | null;
  createdAt: string;
}

type Row = Record<string, unknown>;

/** How one catalogue's rows are read. */
export function catalogueRows(catalogue: Catalogue) {
  const { groupKey, countKey, jsonFields, content } = catalogue;
  const fields = Object.keys(content.shape);
  const readField = (row: Row, name: string): unknown => {
    const value = row[name];
    return jsonFields.includes(name) && typeof value === 'string' ? JSON.parse(value) : value;
  };
  return {
    toGroup: (row: Row): CatalogueGroup => ({
      id: String(row.id),
      name: String(row.name),
      icon: String(row.icon),
      description: String(row.description),
    }),
    toLesson: (row: Row): CatalogueLesson => ({
      id: String(row.id),
      groupId: String(row[groupKey]),
      title: String(row.title),
      description: String(row.description),
      difficulty: Difficulty.parse(row.difficulty),
      itemCount: Number(row[countKey]),
    }),
    toItem: (row: Row): CatalogueItem => ({
      id: String(row.id),
      groupId: String(row[groupKey]),
      lessonId: String(row.lesson_id),
      difficulty: Difficulty.parse(row.difficulty),
      content: Object.fromEntries(fields.map((name) => [name, readField(row, name)])),
      audioUrl: typeof row.audio_url === 'string' ? row.audio_url : null,
      createdAt: toIso(row.created_at),
    }),
  };
}
