import { z } from 'zod';
import { Difficulty } from '../exercises/index.ts';
import { type Catalogue, clozeCatalogue, grammarCatalogue, sentenceCatalogue } from './catalogue.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is a slug of small letters, digits and hyphens')
  .max(64);

/** One file of starter content: a topic with its lessons, each with its items in the order they are played. */
export interface StarterTopic {
  id: string;
  name: string;
  icon: string;
  description: string;
  lessons: StarterLesson[];
}

export interface StarterLesson {
  id: string;
  title: string;
  description: string;
  difficulty: Difficulty;
  items: StarterItem[];
}

/** The content is the catalogue's own shape, checked when the file is read. */
export interface StarterItem {
  id: string;
  difficulty: Difficulty;
  content: Record<string, unknown>;
}

/** The folders of starter content and the catalogue that each one fills. */
export const starterFolders: Readonly<Record<'cloze' | 'grammar' | 'sentence', Catalogue>> = {
  cloze: clozeCatalogue,
  grammar: grammarCatalogue,
  sentence: sentenceCatalogue,
};

/** Reads one file's content; anything that breaks the format is an error that names its place. */
export function readStarterTopic(catalogue: Catalogue, file: unknown): StarterTopic {
  const item = catalogue.content.extend({ id: slug, difficulty: Difficulty });
  const lesson = z.strictObject({
    id: slug,
    title: z.string().min(1).max(200),
    description: z.string().min(1),
    difficulty: Difficulty,
    items: z.array(item).min(1),
  });
  const topic = z.strictObject({
    id: slug,
    name: z.string().min(1).max(120),
    icon: z.string().min(1).max(32),
    description: z.string().min(1),
    lessons: z.array(lesson).min(1),
  });
  const read = topic.parse(file);
  return { ...read, lessons: read.lessons.map((one) => ({ ...one, items: one.items.map(toStarterItem) })) };
}

const ItemHead = z.looseObject({ id: slug, difficulty: Difficulty });

function toStarterItem(item: Record<string, unknown>): StarterItem {
  const { id, difficulty, ...content } = ItemHead.parse(item);
  return { id, difficulty, content };
}
