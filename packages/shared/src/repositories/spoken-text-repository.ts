import { z } from 'zod';
import { type Db, fromJson } from '../database/index.ts';
import { filledText } from '../grading/listening/index.ts';

/** What can be heard: words of learners, sentences to build, and texts with their gaps filled. */
export const spokenKinds = ['words', 'sentences', 'gaps'] as const;
export type SpokenKind = (typeof spokenKinds)[number];

const Texts = z.array(z.string());

/** Texts that can be heard, by what they are, for whoever already knows them. */
export class SpokenTextRepository {
  constructor(private readonly db: Db) {}

  async find(kind: SpokenKind, id: string): Promise<string | undefined> {
    switch (kind) {
      case 'words':
        return (await this.db('words').where({ id }).first('word'))?.word;
      case 'sentences':
        return (await this.db('sentence_items').where({ id }).first('english_sentence'))?.english_sentence;
      case 'gaps': {
        const row = await this.db('cloze_items').where({ id }).first('text_parts', 'correct_answers');
        return (
          row &&
          filledText({
            text_parts: fromJson(Texts, row.text_parts),
            correct_answers: fromJson(Texts, row.correct_answers),
          })
        );
      }
    }
  }
}
