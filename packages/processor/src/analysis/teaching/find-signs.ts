import { wordsOf } from '../../language/tokens.ts';
import { longestWord, openers } from '../../language/words.ts';
import type { PartOfSpeech } from '../../lexicon/types.ts';
import type { Sentence, Turn } from '../types.ts';
import { patterns } from './cue-patterns.ts';

/** A sign that a term was taught: where, how strong, and what the teacher said it means. */
export interface Cue {
  sentence: Sentence;
  /** The words that hold the term, still with articles, objects and placeholders. */
  phrase: string;
  /** How plainly the teacher stopped for it, 0 to 1. */
  weight: number;
  definition: string | null;
  pos: PartOfSpeech | null;
  rule: string;
}

/** The readable words of a sentence without its end mark. */
function bare(sentence: Sentence): string {
  return sentence.text.replace(/[.?!]+$/, (mark) => (mark.includes('?') ? '?' : '')).replaceAll('’', "'");
}

/** "Fever, you know, when your temperature is high": the comma before the aside belongs to the definition. */
function plainWithoutAside(sentence: Sentence): string {
  if (!/, (?:you know|like),/i.test(sentence.raw)) return bare(sentence);
  return sentence.raw
    .replace(/, (?:you know|like),/gi, ',')
    .replace(/\b(?:um+|uh+|erm?),? /gi, '')
    .replace(/[.!]+$/, '')
    .replaceAll('’', "'");
}

const languageTalk =
  /\b(?:the word (?:you|we|i|for)|a (?:strong|nice|good|great|tricky|useful|funny|hard|big|common) one|collocation|phrase|expression|idiom|phrasal verb|excellent word|great word|good word|nice word|useful word|good verb|great verb|new word)\b/i;

const asksForWord =
  /\b(?:how (?:do|can|to|would) (?:you|i|we|it)? ?(?:say|call)|i don't know (?:the word|how|in english|the name)|what(?:'s| is) (?:this|the|it) (?:called|name|word|first|second)|in english\?|i forg[eo]t the (?:word|name)|the word for|in my language)\b/i;

const nonLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** Words spelled aloud: "H-E-L-M-E-T", "T. I. P.", "B R U S H". */
export function spelledWords(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}'’-])\p{L}(?:(?:-|\. ?|, | )\p{L}){2,}(?![\p{L}'’-])/gu)) {
    const letters = match[0].replace(/[^\p{L}]/gu, '').toLowerCase();
    if (letters !== 'ing' && letters !== 'abc' && letters.length <= longestWord) found.push(letters);
  }
  return found;
}

/** A sentence that is nothing but a term: "A helmet." "Look into." */
function loneTerm(sentence: Sentence | undefined): string | null {
  if (sentence === undefined || sentence.core.length === 0 || sentence.core.length > 6 || sentence.question)
    return null;
  const words = sentence.core.map((token) => token.lower);
  const first = words[0] ?? '';
  if (
    /^(?:it|that|this)(?:'s| (?:is|was))? (?!an? |the )/.test(words.join(' ')) ||
    (words.length === 1 && /^(?:it|that|this)/.test(first))
  )
    return null;
  if (words.length === 1 && openers.has(first)) return null;
  if (
    /^(?:i|you|he|we|they|there|what|how|when|where|who|why|is|are|do|does|can|could|not|no|let's|so|because|in|at|on|for|with|very|too|yes|good|great|sorry|thank|thanks|now|see|okay)$/.test(
      first,
    ) &&
    !/^in charge/.test(words.join(' '))
  )
    return null;
  const lead = /^(?:it's|that's|this is|it is|that is)$/.test(first)
    ? 1
    : /^(?:it|that|this) (?:is|was)$/.test(words.slice(0, 2).join(' '))
      ? 2
      : 0;
  // "Intestines, I think": the term ends at the comma
  const comma = sentence.core.findIndex(
    (token, i) =>
      i > 0 &&
      /^[^\p{L}\p{N}]*[,;:]/u.test(
        sentence.raw.slice((sentence.core[i - 1]?.end ?? 0) - sentence.start, token.start - sentence.start),
      ),
  );
  return sentence.core
    .slice(lead, comma > lead ? comma : undefined)
    .map((token) => token.text)
    .join(' ');
}

/** Finds every sign in one turn that a term was taught. `earlier` are the few turns before it, the last one nearest. */
export function cuesIn(turn: Turn, earlier: readonly Turn[]): Cue[] {
  const cues: Cue[] = [];
  const before = earlier
    .filter((each) => each.role !== 'teacher')
    .map((each) => each.text)
    .join(' ');
  const wanted =
    earlier.at(-1)?.role !== 'teacher' && (asksForWord.test(before) || nonLatin.test(earlier.at(-1)?.text ?? ''));
  const lones = new Map<string, number>();
  for (const sentence of turn.sentences) {
    const lone = loneTerm(sentence)?.toLowerCase();
    if (lone !== undefined) lones.set(lone, (lones.get(lone) ?? 0) + 1);
  }
  for (const [i, sentence] of turn.sentences.entries()) {
    if (sentence.aside === 'private' || sentence.aside === 'tech' || sentence.aside === 'foreign') continue;
    const text = plainWithoutAside(sentence);
    const taught = sentence.role !== 'student';
    const lower = text.toLowerCase();
    for (const { rule, weight, pattern, pos, learner, needs } of patterns) {
      if (!taught && learner !== true) continue;
      if (needs.length > 0 && !needs.some((piece) => lower.includes(piece))) continue;
      const match = pattern.exec(text);
      const phrase = match?.groups?.term;
      if (match === null || phrase === undefined) continue;
      if (
        /^(?:an? |the )(?:\p{L}+ )?(?:noun|verb|adjective|adverb|sentence|question|mistake|word|one)\b/iu.test(
          match.groups?.definition ?? '',
        )
      )
        continue;
      cues.push({ sentence, phrase, weight, definition: match.groups?.definition ?? null, pos: pos ?? null, rule });
    }
    if (!taught) continue;
    for (const word of spelledWords(sentence.raw))
      cues.push({ sentence, phrase: word, weight: 0.85, definition: null, pos: null, rule: 'spelled' });
    const said = turn.sentences[i - 1];
    const thing =
      /^(?:so |and )?(?:that's|that is|it's) (?<definition>(?:the|an?) (?:person|man|woman|place|thing|part|shop|room|money|paper|bit|kind|type|piece) [^.?!]{6,140})$/iu.exec(
        text,
      );
    const noun = said?.core.at(-1);
    if (thing !== null && said !== undefined && noun !== undefined && said.core.length > 1)
      cues.push({
        sentence: said,
        phrase: noun.text,
        weight: 0.75,
        definition: thing.groups?.definition ?? null,
        pos: 'noun',
        rule: "… X. That's the paper",
      });
    const next = turn.sentences[i + 1];
    const lone = loneTerm(sentence);
    if (lone === null) continue;
    const follows = next === undefined ? '' : bare(next);
    const explains =
      /^(?:it|that|this|which)(?:'s| is| means| just means) (?<definition>(?:an?|the|to|when|you|that|someone|something|like|how|what)? ?[^?]{8,160})$/iu.exec(
        follows,
      );
    if (explains !== null && /^(?:it|that|this) (?:just )?means/i.test(follows))
      cues.push({
        sentence,
        phrase: lone,
        weight: 0.95,
        definition: explains.groups?.definition ?? null,
        pos: null,
        rule: 'X. It means',
      });
    else if (
      explains !== null &&
      /^(?:that|it)(?:'s| is) (?:an?|when|the|someone|something) /i.test(follows) &&
      wordsOf(follows).length >= 5 &&
      !languageTalk.test(follows)
    )
      cues.push({
        sentence,
        phrase: lone,
        weight: 0.8,
        definition: explains.groups?.definition ?? null,
        pos: 'noun',
        rule: "X. That's a",
      });
    if (languageTalk.test(follows) || languageTalk.test(turn.sentences[i - 1]?.raw ?? ''))
      cues.push({ sentence, phrase: lone, weight: 0.75, definition: null, pos: null, rule: 'X. That is a good word' });
    if (wanted && i <= 1)
      cues.push({
        sentence,
        phrase: lone,
        weight: 0.7,
        definition: null,
        pos: null,
        rule: 'the word that was missing',
      });
    const again = (lones.get(lone.toLowerCase()) ?? 0) - 1;
    if (again > 0) cues.push({ sentence, phrase: lone, weight: 0.5, definition: null, pos: null, rule: 'drilled' });
  }
  return cues;
}
