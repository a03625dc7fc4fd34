import {
  applyQualityRules,
  type Engine,
  type Evidence,
  type ExerciseLists,
  exerciseKinds,
  fewestItems,
  type LessonExercises,
  qualityRuleNames,
} from '@tulkka/shared/exercises';
import { hashOf, seededRandom } from '@tulkka/shared/random';
import type { Lexicon } from '../lexicon/index.ts';
import { balanced } from './balance.ts';
import { composeCloze } from './cloze.ts';
import { composeFlashcards } from './flashcards.ts';
import { composeGrammar } from './grammar.ts';
import type { Material } from './material.ts';
import { composeSentences } from './sentence-builder.ts';
import { composeSpelling } from './spelling.ts';
import { withoutTooEasy } from './too-easy.ts';

/** How a set is to be made, beside what it is made from. */
export interface ComposingOptions {
  lessonNumber: number;
  seed: string;
  engine: Engine;
  /** What the reader wants said about its work. */
  notes?: readonly string[];
}

function notesOn(material: Material, total: number, left: number): string[] {
  const { vocabulary, corrections, sentences } = material.analysis;
  const notes: string[] = [];
  const found = `${vocabulary.length} taught words, ${corrections.length} corrections and ${sentences.length} sentences to practise`;
  if (total === 0) notes.push(`Nothing in this recording could be turned into practice: ${found} were found.`);
  else if (total < fewestItems)
    notes.push(`Little was taught in this lesson (${found} were found), so the set is small.`);
  if (total < fewestItems && material.setAside.length > 0)
    notes.push(
      `${material.setAside.length} sentences of small talk, of trouble with the call or of private matters were set aside.`,
    );
  if (left > 0) notes.push(`${left} more good items were left out: the set is full.`);
  return notes;
}

/** What the quality rules hold the items against. */
export function evidenceOf(material: Material): Evidence {
  return {
    transcriptText: material.transcriptText,
    corrections: material.analysis.corrections,
    goodSentences: [
      ...material.sentences.map((sentence) => sentence.text),
      ...material.corrections.flatMap((one) => (one.sentence === null ? [] : [one.sentence.text])),
    ],
    people: material.people,
    setAside: material.setAside,
    privateSpans: material.privateSpans,
  };
}

/** Makes a lesson's exercises from what was read in it; the same material and seed give the same set. */
export function composeExercises(found: Material, options: ComposingOptions, lexicon: Lexicon): LessonExercises {
  const { terms, tooEasy } = withoutTooEasy(found.terms, lexicon);
  const material = { ...found, terms };
  const random = seededRandom(`${options.seed} ${hashOf(material.transcriptText)}`);
  const flashcards = composeFlashcards(material, lexicon);
  const spelling = composeSpelling(material, lexicon);
  const sureTerms = found.terms.filter(({ doubted }) => doubted !== 'term');
  const cloze = composeCloze(material, sureTerms, lexicon, random);
  const grammar = composeGrammar(material, lexicon, random);
  const sentences = composeSentences(material, lexicon);
  const all: ExerciseLists = {
    flashcards: flashcards.items,
    spelling: spelling.items,
    fill_in_blank: cloze.items,
    grammar: grammar.items,
    sentence_builder: sentences.items,
  };
  const evidence = evidenceOf(material);
  const kept = applyQualityRules(all, evidence);
  const { lists, left } = balanced(kept.set);
  const total = exerciseKinds.reduce((sum, kind) => sum + lists[kind].length, 0);
  return {
    lesson_number: options.lessonNumber,
    ...lists,
    total_exercises: total,
    quality_passed: total >= fewestItems && applyQualityRules(lists, evidence).dropped.length === 0,
    quality: {
      rules_checked: [...qualityRuleNames],
      dropped: [
        ...tooEasy.map(({ term }) => ({
          kind: 'flashcards',
          what: term,
          reason: 'Nobody explained it, and it is far easier than the other words of the lesson.',
        })),
        ...flashcards.unused,
        ...spelling.unused,
        ...cloze.unused,
        ...grammar.unused,
        ...sentences.unused,
        ...kept.dropped,
      ],
      notes: [...(options.notes ?? []), ...notesOn(material, total, left)],
    },
    analysis: material.analysis,
    engine: options.engine,
  };
}
