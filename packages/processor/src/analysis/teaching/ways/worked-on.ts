import { commonWords, isContent, objectPronouns, particles } from '../../../language/words.ts';
import type { Lexicon, PartOfSpeech } from '../../../lexicon/types.ts';
import type { Sentence, Turn } from '../../types.ts';
import { type LessonWay, lessonWay, type WholeLesson } from '../way.ts';

type Worked = ReturnType<LessonWay['search']>[number];

/** How many turns a class stays with a word. */
export const reach = 6;

/** Words rarer than this may be taught without being announced. */
const rareFrom = 2;

interface Mention {
  sentence: Sentence;
  turn: Turn;
  /** Nothing else was said in that sentence. */
  alone: boolean;
  asked: boolean;
  teacher: boolean;
}

interface Focus {
  phrase: string;
  pos: PartOfSpeech | null;
  mentions: Mention[];
}

/** The words and phrases of a sentence that could be worth learning, in dictionary form. */
export function candidates(
  sentence: Sentence,
  lexicon: Lexicon,
  pairs: ReadonlySet<string>,
): Map<string, PartOfSpeech | null> {
  const found = new Map<string, PartOfSpeech | null>();
  const words = sentence.core.map((token) => token.lower);
  const name = (i: number) => i > 0 && /^\p{Lu}\p{Ll}/u.test(sentence.core[i]?.text ?? '');
  for (const [i, word] of words.entries()) {
    const next = words[i + 1] ?? '';
    if (name(i)) continue;
    const verb = lexicon.lemma(word, 'verb');
    if (
      particles.has(next) &&
      isContent(word) &&
      lexicon.partsOfSpeech(verb).includes('verb') &&
      lexicon.isPhrase(`${verb} ${next}`)
    )
      found.set(`${verb} ${next}`, 'verb');
    const further = words[i + 2] ?? '';
    if (objectPronouns.has(next) && particles.has(further) && isContent(word) && lexicon.isPhrase(`${verb} ${further}`))
      found.set(`${verb} ${further}`, 'verb');
    if (
      isContent(word) &&
      isContent(next) &&
      next.length > 2 &&
      (lexicon.isPhrase(`${word} ${next}`) || pairs.has(`${word} ${next}`))
    )
      found.set(`${word} ${next}`, 'noun');
    if (
      !isContent(word) ||
      commonWords.has(word) ||
      word.length < 4 ||
      !/^\p{L}+$/u.test(word) ||
      !lexicon.isWord(word)
    )
      continue;
    // "mortifying" and "overbooked" are adjectives of their own, not forms of a verb
    const own = lexicon.partsOfSpeech(word)[0];
    if (lexicon.frequencyBand(word) >= rareFrom)
      found.set(own === 'adjective' || own === 'adverb' ? word : lexicon.lemma(word), null);
  }
  return found;
}

/** Two words that somebody said as a sentence of their own: "Teething problems." */
function lonePairs(turns: readonly Turn[], lexicon: Lexicon): Set<string> {
  const pairs = new Set<string>();
  for (const turn of turns) {
    for (const { core, raw, start } of turn.sentences) {
      const [first, second, third] = core;
      if (first === undefined || second === undefined || !isContent(first.lower) || !isContent(second.lower)) continue;
      const [qualifier] = lexicon.partsOfSpeech(first.lower);
      const [noun] = lexicon.partsOfSpeech(lexicon.lemma(second.lower));
      if ((qualifier === 'verb' && !/(?:ing|ed)$/.test(first.lower)) || qualifier === 'adverb' || noun !== 'noun')
        continue;
      if (/^(?:most|fewer|more|less|many)$/.test(first.lower)) continue;
      if (
        commonWords.has(first.lower) ||
        commonWords.has(second.lower) ||
        /[,.;]/.test(raw.slice(first.end - start, second.start - start))
      )
        continue;
      if (third === undefined || /^\s*[,.;]/.test(raw.slice(second.end - start, third.start - start)))
        pairs.add(`${first.lower} ${second.lower}`);
    }
  }
  return pairs;
}

/** Whether a sentence is the term alone, or opens with it and a comma: "Workaround, yes". */
function standsAlone(sentence: Sentence, phrase: string): boolean {
  const length = phrase.split(' ').length;
  const content = sentence.core.filter((token) => isContent(token.lower)).length;
  if (content <= length && sentence.core.length <= 4) return true;
  const last = sentence.core[length - 1];
  const next = sentence.core[length];
  return (
    last !== undefined &&
    next !== undefined &&
    last.lower.startsWith((phrase.split(' ').at(-1) ?? '').slice(0, 4)) &&
    /^\s*,/.test(sentence.raw.slice(last.end - sentence.start, next.start - sentence.start))
  );
}

/** How much the class worked on a word: the teacher said it again, the learner took it up, it stood alone. */
function strength({ mentions }: Focus, phrase: string, lexicon: Lexicon): number {
  const first = mentions[0];
  if (first === undefined) return 0;
  const near = mentions.filter((mention) => mention.turn.index - first.turn.index <= reach);
  const teacher = near.filter((mention) => mention.teacher);
  const learner = near.filter((mention) => !mention.teacher);
  if (teacher.length === 0 || near.length < 2) return 0;
  const alone = near.some((mention) => mention.alone);
  const asked = learner.some((mention) => mention.asked && mention.alone);
  const rarity = phrase.includes(' ') ? 0.15 : Math.min(0.15, (lexicon.frequencyBand(phrase) - 3) * 0.04);
  const echoed = learner.length > 0;
  return Math.min(teacher.length, 3) * 0.14 + (echoed ? 0.16 : 0) + (alone ? 0.2 : 0) + (asked ? 0.15 : 0) + rarity;
}

/** Words that were never announced but plainly worked on: said alone, repeated, taken up. */
function wordsWorkedOn({ turns, lexicon }: WholeLesson): Worked[] {
  const all = new Map<string, Focus>();
  const pairs = lonePairs(turns, lexicon);
  for (const turn of turns) {
    for (const sentence of turn.sentences) {
      if (
        sentence.aside === 'private' ||
        sentence.aside === 'tech' ||
        sentence.aside === 'foreign' ||
        sentence.aside === 'small talk'
      )
        continue;
      for (const [phrase, pos] of candidates(sentence, lexicon, pairs)) {
        const focus = all.get(phrase) ?? { phrase, pos, mentions: [] };
        all.set(phrase, focus);
        focus.mentions.push({
          sentence,
          turn,
          alone: standsAlone(sentence, phrase),
          asked: sentence.question,
          teacher: sentence.role !== 'student',
        });
      }
    }
  }
  // "You reassured him. Give me a sentence with reassure": a form that is an adjective, too, is the verb where that was said
  for (const [phrase, focus] of all) {
    const verb = all.get(/ed$/.test(phrase) ? lexicon.lemma(phrase, 'verb') : phrase);
    if (verb === undefined || verb === focus || !focus.mentions.some(({ alone }) => alone)) continue;
    verb.mentions = [...verb.mentions, ...focus.mentions].sort((a, b) => a.sentence.id - b.sentence.id);
    all.delete(phrase);
  }
  return [...all.values()].flatMap((focus): Worked[] => {
    const weight = strength(focus, focus.phrase, lexicon);
    const best = focus.mentions.find((mention) => mention.teacher && !mention.alone) ?? focus.mentions[0];
    if (weight < 0.55 || best === undefined) return [];
    return [
      {
        sentence: best.sentence,
        phrase: focus.phrase,
        weight: Math.min(weight, 0.75),
        definition: null,
        part: focus.pos,
      },
    ];
  });
}

/** The class worked on it without an announcement: the teacher said it again, the learner took it up. */
export const workedOn = lessonWay({
  name: 'worked on',
  says: 'The class worked on it without an announcement.',
  loose: true,
  search: wordsWorkedOn,
  finds: [
    [
      ['And this part is the chimney.', 'Student: Chimney.', 'The chimney, yes. The smoke goes up the chimney.'],
      { term: 'chimney', definition: null },
    ],
    [
      ['You need a ladder for that.', 'Student: A ladder?', 'A ladder, yes. You climb the ladder.'],
      { term: 'ladder', definition: null },
    ],
  ],
  leaves: [
    ['You need a ladder for that.', 'Student: Yes, I see.'],
    ['Student: I have a ladder.', 'Student: My ladder is long.'],
  ],
});
