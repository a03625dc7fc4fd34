import { commonWords, isContent, particles } from '../language/words.ts';
import type { Lexicon, PartOfSpeech } from '../lexicon/types.ts';
import type { Sentence, Turn } from './types.ts';
import type { Cue } from './vocabulary-cues.ts';

/** How many turns a class stays with a word. */
const reach = 6;
/** Words rarer than this may be taught without being announced. */
const rareFrom = 3;

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
function candidates(sentence: Sentence, lexicon: Lexicon): Map<string, PartOfSpeech | null> {
  const found = new Map<string, PartOfSpeech | null>();
  const words = sentence.core.map((token) => token.lower);
  const name = (i: number) => i > 0 && /^\p{Lu}\p{Ll}/u.test(sentence.core[i]?.text ?? '');
  for (const [i, word] of words.entries()) {
    const next = words[i + 1] ?? '';
    if (name(i)) continue;
    const verb = lexicon.lemma(word, 'verb');
    if (particles.has(next) && isContent(word) && lexicon.partsOfSpeech(verb).includes('verb') && lexicon.isPhrase(`${verb} ${next}`)) found.set(`${verb} ${next}`, 'verb');
    if (isContent(word) && isContent(next) && next.length > 2 && lexicon.isPhrase(`${word} ${next}`)) found.set(`${word} ${next}`, 'noun');
    if (!isContent(word) || commonWords.has(word) || word.length < 4 || !/^\p{L}+$/u.test(word) || !lexicon.isWord(word)) continue;
    // "mortifying" and "overbooked" are adjectives of their own, not forms of a verb
    const own = lexicon.partsOfSpeech(word)[0];
    if (lexicon.frequencyBand(word) >= rareFrom) found.set(own === 'adjective' || own === 'adverb' ? word : lexicon.lemma(word), null);
  }
  return found;
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
  const rarity = phrase.includes(' ') ? 0.15 : Math.min(0.15, (lexicon.frequencyBand(phrase) - rareFrom) * 0.03);
  const echoed = learner.length > 0;
  return Math.min(teacher.length, 3) * 0.14 + (echoed ? 0.16 : 0) + (alone ? 0.2 : 0) + (asked ? 0.15 : 0) + rarity;
}

/** Words that were never announced but plainly worked on: said alone, repeated, taken up. */
export function focusCues(turns: readonly Turn[], lexicon: Lexicon): Cue[] {
  const all = new Map<string, Focus>();
  for (const turn of turns) {
    for (const sentence of turn.sentences) {
      if (sentence.aside === 'private' || sentence.aside === 'tech' || sentence.aside === 'foreign' || sentence.aside === 'small talk') continue;
      for (const [phrase, pos] of candidates(sentence, lexicon)) {
        const focus = all.get(phrase) ?? { phrase, pos, mentions: [] };
        all.set(phrase, focus);
        const words = sentence.core.filter((token) => isContent(token.lower)).length;
        focus.mentions.push({ sentence, turn, alone: words <= phrase.split(' ').length && sentence.core.length <= 4, asked: sentence.question, teacher: sentence.role !== 'student' });
      }
    }
  }
  return [...all.values()].flatMap((focus): Cue[] => {
    const weight = strength(focus, focus.phrase, lexicon);
    const best = focus.mentions.find((mention) => mention.teacher && !mention.alone) ?? focus.mentions[0];
    if (weight < 0.55 || best === undefined) return [];
    return [{ sentence: best.sentence, phrase: focus.phrase, weight: Math.min(weight, 0.75), definition: null, pos: focus.pos, rule: 'worked on' }];
  });
}
