import { onOneConnection } from '@tulkka/shared/database';
import { CatalogueVersionRepository, type CatalogueViewer, type VersionedViewer } from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { GatheredRead } from '../gathered/gathered-read.ts';
import type { Answer } from '../http/route-rules.ts';
import { KeptAnswers } from './kept-answers.ts';

/** Where rows were changed by hand, without their version, it shows within this time. */
const longestMs = 60_000;
const mostBytes = 16 * 1024 * 1024;

/**
 * Answers from the catalogues, kept in this process under the version of what they were made of. The version is asked for
 * anew with each call, once for all that come at the same time; what is kept is therefore what the database would say
 * (docs/adr/0025-catalogues-kept-by-version.md).
 */
export class KeptCatalogues {
  private readonly versions: GatheredRead<VersionedViewer, string>;
  private readonly answers = new KeptAnswers({ bytes: mostBytes, ms: longestMs });

  constructor(private readonly db: Knex) {
    this.versions = new GatheredRead((viewers) => new CatalogueVersionRepository(db).read(viewers));
  }

  /**
   * What `make` answers to this question of this viewer, made anew only where it may have changed.
   * @param question all that the answer depends on, beside the viewer
   * @param make reads what it needs from the database it is given, and nowhere else
   */
  async answer<Body>(
    viewer: CatalogueViewer,
    question: readonly unknown[],
    make: (db: Knex) => Promise<Body>,
  ): Promise<Answer<Body>> {
    if (viewer.scope === 'all') return { body: await make(this.db) };
    const asked = JSON.stringify(question);
    const kept = this.answers.find(keyOf(asked, await this.versions.ask(viewer)));
    if (kept) return kept;
    // On one connection, which is one server of a cluster: an answer never gets the name of a state that another one is in.
    return onOneConnection(this.db, async (connected) => {
      const versionOf = await new CatalogueVersionRepository(connected).read([viewer]);
      return this.answers.keep(keyOf(asked, versionOf(viewer)), await make(connected));
    });
  }
}

const keyOf = (question: string, version: string): string => `${question} ${version}`;
