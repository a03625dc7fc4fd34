import type { Db } from '../database/index.ts';

/** Texts that can be heard, by what they are, for whoever already knows them. */
export class SpokenTextRepository {
  constructor(private readonly db: Db) {}

  async find(kind: 'words' | 'sentences', id: string): Promise<string | undefined> {
    const row: { text: string } | undefined =
      kind === 'words'
        ? await this.db('words').where({ id }).first({ text: 'word' })
        : await this.db('sentence_items').where({ id }).first({ text: 'english_sentence' });
    return row?.text;
  }
}
