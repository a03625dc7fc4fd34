import type { Knex } from 'knex';
import * as wordLists from './001-word-lists.ts';
import * as classes from './002-classes.ts';
import * as catalogues from './003-catalogues.ts';
import * as sessions from './004-sessions.ts';
import * as pipeline from './005-pipeline.ts';
import * as resultsByItem from './006-results-by-item.ts';
import * as resultsWithoutUserIndex from './007-results-without-user-index.ts';
import * as people from './008-people.ts';
import * as memories from './009-memories.ts';
import * as sources from './010-sources.ts';
import * as memoriesByStanding from './011-memories-by-standing.ts';
import * as itemReports from './012-item-reports.ts';
import * as wordsWithoutAccents from './013-words-without-accents.ts';
import * as whoSaidIt from './014-who-said-it.ts';
import * as wordsFolded from './015-words-folded.ts';
import * as clips from './016-clips.ts';
import * as setItems from './017-set-items.ts';
import * as pictures from './018-pictures.ts';
import * as catalogueVersions from './019-catalogue-versions.ts';
import * as listening from './020-listening.ts';
import * as memoryParameters from './021-memory-parameters.ts';
import * as sound from './023-sound.ts';

/** All migrations in order. A released one is never edited: what comes later expands first and contracts afterwards. */
export const migrations: Readonly<Record<string, Knex.Migration>> = {
  '001-word-lists': wordLists,
  '002-classes': classes,
  '003-catalogues': catalogues,
  '004-sessions': sessions,
  '005-pipeline': pipeline,
  '006-results-by-item': resultsByItem,
  '007-results-without-user-index': resultsWithoutUserIndex,
  '008-people': people,
  '009-memories': memories,
  '010-sources': sources,
  '011-memories-by-standing': memoriesByStanding,
  '012-item-reports': itemReports,
  '013-words-without-accents': wordsWithoutAccents,
  '014-who-said-it': whoSaidIt,
  '015-words-folded': wordsFolded,
  '016-clips': clips,
  '017-set-items': setItems,
  '018-pictures': pictures,
  '019-catalogue-versions': catalogueVersions,
  '020-listening': listening,
  '021-memory-parameters': memoryParameters,
  '023-sound': sound,
};
