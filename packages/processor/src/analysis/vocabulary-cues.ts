import { wordsOf } from '../language/tokens.ts';
import { openers } from '../language/words.ts';
import type { PartOfSpeech } from '../lexicon/types.ts';
import type { Sentence, Turn } from './types.ts';

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

interface Pattern {
  rule: string;
  weight: number;
  /** Groups `term` and, where the teacher defines, `definition`. */
  pattern: RegExp;
  pos?: PartOfSpeech;
  /** Whether learners' sentences count too. */
  learner?: boolean;
}

const term = String.raw`(?<term>[\p{L}'’-]+(?: [\p{L}'’-]+){0,8}?)`;
const shortTerm = String.raw`(?<term>[\p{L}'’-]+(?: [\p{L}'’-]+){0,3}?)`;
const aside = String.raw`(?:,? (?:by the way|for example|for instance|again|basically|then|here|actually|in english|in british english|in american english|with a hobby or a habit),?)?`;
const definition = String.raw`(?<definition>[^.?!]{4,160})`;
const where = String.raw`(?:^|[,;:] (?:and |or |so |but )?|^(?:in|at|with|for) [^,]{2,40}, (?:and |or |so |but )?|\b(?:and|but|so|because|or|in (?:british |american )?english) )`;
const p = (source: string) => new RegExp(source, 'iu');

const patterns: readonly Pattern[] = [
  { rule: 'to X means', weight: 1, pos: 'verb', pattern: p(String.raw`${where}to ${term}${aside} (?:means|mean|is) (?:that |to )?${definition}`) },
  { rule: 'X is when', weight: 1, pos: 'noun', pattern: p(String.raw`${where}(?:an? |the )?${shortTerm} is (?<definition>(?:when|where|someone|somebody|something|a person|people|a place|a thing) [^.?!]{4,150})`) },
  { rule: 'a X is a', weight: 0.95, pos: 'noun', pattern: p(String.raw`${where}an? ${shortTerm} is (?:also |basically |just |like )?(?<definition>(?:an?|the|what|how|money|food|time|all) [^.?!]{4,160})`) },
  { rule: 'X, it means', weight: 1, pattern: p(String.raw`${where}(?:an? |the |to )?${term}(?: is (?:a bit |more |very |quite )?[\p{L}]+)?[,.;:]? (?:it|that|this|which) (?:just |basically |also )?means (?:that |to )?${definition}`) },
  { rule: 'X means', weight: 1, pattern: p(String.raw`${where}(?:the word |the verb |the noun |your |an? |the )?${term}${aside} (?:just |basically |also |really )?means? (?:that |to )?${definition}`) },
  { rule: 'X is the opposite of', weight: 0.9, pattern: p(String.raw`${where}${shortTerm} is (?<definition>the opposite of [^.?!,]{2,40})`) },
  { rule: 'X is another word for', weight: 0.9, pattern: p(String.raw`${where}(?:an? |to )?${term} is (?<definition>(?:another (?:word|way|name)|the same as|similar to|like saying|short for|a (?:more )?(?:formal|informal|polite|nice|nicer) (?:word|way)) [^.?!]{3,80})`) },
  { rule: 'a X person', weight: 0.95, pos: 'adjective', pattern: p(String.raw`^(?:so |and )?an? (?<term>[\p{L}-]+) (?:person|man|woman|child|student|place|thing|car|house|company|friend) (?<definition>(?:is|does|has|wants|likes|can|never|always|doesn't|who|that|thinks|works|makes|tells|gives|knows|feels) [^.?!]{4,140})`) },
  { rule: 'we say that something is X when', weight: 0.95, pos: 'adjective', pattern: p(String.raw`\bwe say (?:that )?(?:an? |the )?[\p{L}]+ is (?<term>[\p{L}-]+) (?<definition>(?:when|if|because) [^.?!]{4,140})`) },
  { rule: 'if you are X, you', weight: 0.9, pos: 'adjective', pattern: p(String.raw`^(?:so |and )?(?:if|when) (?:you|someone|somebody|something|a person) (?:are|is|'re|feel|feels) (?<term>[\p{L}-]+(?: (?:on|in|at|of|with|about|for|to))?)(?: something| someone)?, (?:it means |that means )?(?<definition>(?:you|they|he|she|it)(?:'re| are| is| have| has| feel| don't| can| want| like| think| need)?[^.?!]{3,140})`) },
  { rule: 'when somebody Xs, it', weight: 0.75, pos: 'verb', pattern: p(String.raw`^(?:so |and )?(?:if|when) (?:an? |the )?[\p{L}]+(?: or (?:an? )?[\p{L}]+)? (?<term>[\p{L}-]+s)(?: [\p{L}]+){0,2}, (?<definition>(?:it|they|he|she|that) [^.?!]{4,150})`) },
  { rule: 'X, that is', weight: 0.8, pattern: p(String.raw`^(?:an? |the )?${shortTerm}, (?:that's|that is|it's) (?<definition>(?:an?|the|when|like|[\p{L}]+) [^.?!,]{2,140})`) },
  { rule: 'X is where', weight: 0.9, pattern: p(String.raw`${where}(?:your |an? |the )?${shortTerm}(?:, by the way,)? (?:is|are) (?:just |basically )?(?<definition>(?:where|what|how|whatever|why|when|whoever|wherever) [^.?!]{4,150})`) },
  { rule: 'X is like', weight: 0.8, pattern: p(String.raw`^(?:an? |the |to )?${shortTerm}(?: is|'s) (?:just |a bit |kind of )?like,? (?<definition>(?:when|you|it|everything|an?|the|if)[^.?!]{6,140})`) },
  { rule: 'X, you do it', weight: 0.65, pattern: p(String.raw`^(?:an? |the )?${shortTerm},(?: you know,| like,| just to be sure,)? (?<definition>(?:when|it|you|they|he|she) [^.?!,]{8,120})$`) },
  { rule: "the X, that's the person", weight: 0.8, pos: 'noun', pattern: p(String.raw`\b(?:the|an?|your|my) (?<term>[\p{L}-]{3,}), (?:that's|which is|so that's) (?<definition>(?:the|an?|your) (?:person|man|woman|people|place|thing|part|shop|room|money|time|paper|one|bit|day|kind|type)\b[^.?!]{3,120})`) },
  { rule: "the X's the", weight: 0.8, pos: 'noun', pattern: p(String.raw`^(?:so |and )?(?:an? |the )(?<term>[\p{L}-]{3,})'s (?<definition>(?:an?|the|when|where|someone|something) [^.?!]{4,120})`) },
  { rule: 'X goes together', weight: 0.75, pattern: p(String.raw`^${term},? (?:that goes|those go|they go|it goes|goes|go) together`) },
  { rule: 'adverb is', weight: 0.85, pos: 'adverb', pattern: p(String.raw`^(?:and )?(?<term>[\p{L}]{3,}ly) is (?<definition>[^.?!]{4,100})`) },
  { rule: "…, that's a X", weight: 0.75, pattern: p(String.raw`^(?<definition>[^.?!]{18,160}), that(?:'s| is) (?:called |what we call |known as )?(?:your |an? |the )?(?<term>[\p{L}-]+(?: [\p{L}-]+){0,2})$`) },
  { rule: 'if …, it is X', weight: 0.7, pos: 'adjective', pattern: p(String.raw`^(?:so |and )?(?:if|when) [^.?!]{12,120}, (?:(?:the |your |an? )?[\p{L}]+|it|you|they|he|she|we)(?:'s| is|'re| are) (?!(?:not|very|too|just|still|always|never|going|gonna|fine|ok|okay|good|sure)\b)(?<term>[\p{L}-]{4,})$`) },
  { rule: 'X things do', weight: 0.7, pos: 'adjective', pattern: p(String.raw`^(?:so |and )?(?<term>[\p{L}-]{4,}) (?:things|people|children|places|animals|food|clothes|students|workers) (?<definition>(?:are|have|do|don't|can|always|never|often|usually|want|like|make|get|need|break|[\p{L}]+) [^.?!]{3,100})$`) },
  { rule: 'you X something', weight: 0.65, pos: 'verb', pattern: p(String.raw`^(?:so |and |but )?you (?<term>[\p{L}]+(?: [\p{L}]+)?) (?:something|someone|somebody)\b`) },
  { rule: 'when things X, they', weight: 0.65, pos: 'verb', pattern: p(String.raw`^(?:so |and )?(?:if|when) (?:the |your )?[\p{L}]+s (?<term>[\p{L}]+)(?: (?:the |an? )?[\p{L}]+)?, (?<definition>(?:they|it|that)(?:'re|'s)? [^.?!]{4,120})`) },
  { rule: 'can be a noun or a verb', weight: 0.7, pattern: p(String.raw`^(?:the word )?(?<term>[\p{L}-]{3,}) (?:can be|is) (?:both )?a (?:noun|verb|adjective) (?:or|and) (?:also )?an? (?:noun|verb|adjective)`) },
  { rule: 'is called', weight: 0.9, pattern: p(String.raw`\b(?:(?:is|are|it's|they're|that's) called|we call (?:it|this|that|them|these)|you call (?:it|this|that)|the (?:english )?(?:word|words|name|term|expression|phrase) (?:for (?:it|this|that) )?(?:is|are)) (?:an? |the |to )?${term}(?=[.,!?;]|$)`) },
  { rule: 'the word X', weight: 0.85, pattern: p(String.raw`\b(?:another|one more|the|a|this|new|next|first|second|third|last|useful|good) (?:new |good |useful |nice |great )?(?:word|verb|noun|adjective|adverb|expression|phrase|phrasal verb|idiom|collocation)(?: for you)?(?: (?:here|today|now))?(?: is|,|:)? (?!that|which|you|we|i |for|in|of|is|with|and|from|to\b)(?:an? |the )?${shortTerm}(?=[.,!?;]|$)`) },
  { rule: 'this is a X', weight: 0.5, pos: 'noun', pattern: p(String.raw`^(?:so |and |now )?(?:this|that|these|those) (?:is|are|'s) (?:your |an? |the )(?<term>[\p{L}-]{3,}(?: [\p{L}-]+)?)(?:, or [^.?!]{2,40})?$`) },
  { rule: 'the noun is X', weight: 0.8, pattern: p(String.raw`\b(?:the )?(?:noun|verb|adjective|adverb|opposite|person|negative|synonym)(?: (?:of|for) [\p{L}]+)? is (?:an? |the |to )?${shortTerm}(?=[.,!?;]|$)`) },
  { rule: 'do you know X', weight: 0.85, pattern: p(String.raw`\bdo you (?:know|remember|understand)(?: what)?(?: the (?:word|words|verb|expression|phrase))? (?!(?:what|how|where|who|why|when|that|it|this|if|the|your|my|a|an|any|some|him|her|them|me)\b)${shortTerm}(?: (?:means?|is))?(?: in (?:british |american )?english)?\?`), learner: true },
  { rule: 'what does X mean', weight: 0.9, pattern: p(String.raw`\bwhat (?:does|do|did|is the meaning of) (?:the word |the verb )?(?!(?:it|that|this|you|they|he|she|we)\b)(?:an? |the |to )?${term}(?: means?)(?=[^\p{L}]|$)`), learner: true },
  { rule: 'what means X', weight: 0.9, pattern: p(String.raw`\bwhat means? (?:the word )?(?!(?:it|that|this)\b)${shortTerm}(?=[.,?!]|$)`), learner: true },
  { rule: 'what is X', weight: 0.7, pattern: p(String.raw`^(?:and |so |but )?what(?:'s| is) (?!(?:that|this|it|the|your|my|his|her|our|their|going|up|wrong|new|happening|he|she|there|in|on|next|better|worse|missing|called)\b)(?:to |an? )?${shortTerm}(?: in english| for [\p{L} ]{2,20})?\??$`), learner: true },
  { rule: 'what about X', weight: 0.6, pattern: p(String.raw`^(?:and )?what about (?!(?:you|your|me|the|that|this|it|him|her|a|an|now|in|on|at)\b)${shortTerm}\?$`) },
  { rule: 'an X is?', weight: 0.85, pos: 'noun', pattern: p(String.raw`^(?:and |so )?(?:an? )${shortTerm} is\??$`) },
  { rule: 'can you say X', weight: 0.75, pattern: p(String.raw`\b(?:can you (?:say|spell|pronounce)|repeat(?: after me)?|how do you spell|(?<!(?:don't|never|not|can't|we|you|people|they|i) )say)[,:]? (?!(?:it|that|this|again|the|hello|hi|something|more|me|my|your|a|bye|sorry|thank|yes|no)\b)${shortTerm}(?: for me| again| please|, please)?[.?!]?$`) },
  { rule: 'in a list of words', weight: 0.75, pattern: p(String.raw`^(?:(?:the )?(?:first|second|third|fourth|fifth|next|last|another)(?: (?:one|word|verb|expression|phrase))?(?: is|,|:)|(?:number )?(?:one|two|three|four|five|six|seven|eight|nine|ten)[,.:]|next[,.:]? is) (?:um,? )?(?!(?:i|you|we|he|she|it|they|there|what|the|my|your|let|let's|how|do|does|can|is|are|next|now|please|look|this|that)\b)(?:an? |to )?${shortTerm}(?=[.!?]|$)`) },
  { rule: 'X is a good word', weight: 0.8, pattern: p(String.raw`(?:^|[.,;] )(?:an? |the |to )?${shortTerm} is (?:an? |another )(?:very |really )?(?:good|great|nice|lovely|excellent|useful|important|common|interesting|beautiful|perfect|strong|difficult|tricky|new)?\s?(?:word|verb|adjective|noun|adverb|expression|phrase|idiom|collocation|phrasal verb)\b`) },
  { rule: 'X, like this', weight: 0.6, pattern: p(String.raw`^(?<term>[\p{L}-]{4,}) has (?:two|one|a|an|double|three|no|\d) [^.?!]{1,40}\b(?:stress|letter|syllable|s's|sound|[a-z]'s|[a-z]s)\b`) },
  { rule: 'start with X', weight: 0.7, pattern: p(String.raw`\b(?:you|we|people) (?:can |could |should |usually |often |always )?(?:start|begin|finish|end|open|close) (?:it |the [\p{L}-]+ )?with (?<term>[\p{L}'’-]+(?: [\p{L}'’-]+){1,4})$`) },
  { rule: 'in English we say X', weight: 0.7, pattern: p(String.raw`\b(?:in english|here) (?:it's|it is|we say|you say|we call it|that's) (?:an? |the |to )?${shortTerm}(?=[.,!?;]|$)`) },
  { rule: 'you want X', weight: 0.6, pattern: p(String.raw`\b(?:the word you want is|you want|you need the word|you're looking for|the word you need is) (?!(?:to|a|an|the|me|it|some|that|this|water|more)\b)(?<term>[\p{L}-]{4,})$`) },
];

/** The readable words of a sentence without its end mark. */
function bare(sentence: Sentence): string {
  return sentence.text.replace(/[.?!]+$/, (mark) => (mark.includes('?') ? '?' : '')).replaceAll('’', "'");
}

const languageTalk = /\b(?:the word (?:you|we|i|for)|a (?:strong|nice|good|great|tricky|useful|funny|hard|big|common) one|collocation|phrase|expression|idiom|phrasal verb|excellent word|great word|good word|nice word|useful word|good verb|great verb|new word)\b/i;
const asksForWord = /\b(?:how (?:do|can|to|would) (?:you|i|we|it)? ?(?:say|call)|i don't know (?:the word|how|in english|the name)|what(?:'s| is) (?:this|the|it) (?:called|name|word|first|second)|in english\?|i forg[eo]t the (?:word|name)|the word for|in my language)\b/i;
const nonLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** Words spelled aloud: "H-E-L-M-E-T", "T. I. P.", "B R U S H". */
export function spelledWords(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}'’-])\p{L}(?:(?:-|\. ?|, | )\p{L}){2,}(?![\p{L}'’-])/gu)) {
    const letters = match[0].replace(/[^\p{L}]/gu, '').toLowerCase();
    if (letters !== 'ing' && letters !== 'abc') found.push(letters);
  }
  return found;
}

/** A sentence that is nothing but a term: "A helmet." "Look into." */
function loneTerm(sentence: Sentence | undefined): string | null {
  if (sentence === undefined || sentence.core.length === 0 || sentence.core.length > 6 || sentence.question) return null;
  const words = sentence.core.map((token) => token.lower);
  const first = words[0] ?? '';
  if (/^(?:it|that|this)(?:'s| (?:is|was))? (?!an? |the )/.test(words.join(' ')) || words.length === 1 && /^(?:it|that|this)/.test(first)) return null;
  if (words.length === 1 && openers.has(first)) return null;
  if (/^(?:i|you|he|we|they|there|what|how|when|where|who|why|is|are|do|does|can|could|not|no|let's|so|because|in|at|on|for|with|very|too|yes|good|great|sorry|thank|thanks|now|see|okay)$/.test(first) && !/^in charge/.test(words.join(' '))) return null;
  const lead = /^(?:it's|that's|this is|it is|that is)$/.test(first) ? 1 : /^(?:it|that|this) (?:is|was)$/.test(words.slice(0, 2).join(' ')) ? 2 : 0;
  // "Intestines, I think": the term ends at the comma
  const comma = sentence.core.findIndex((token, i) => i > 0 && /^[^\p{L}\p{N}]*[,;:]/u.test(sentence.raw.slice((sentence.core[i - 1]?.end ?? 0) - sentence.start, token.start - sentence.start)));
  return sentence.core
    .slice(lead, comma > lead ? comma : undefined)
    .map((token) => token.text)
    .join(' ');
}

/** Finds every sign in one turn that a term was taught. `earlier` are the few turns before it, the last one nearest. */
export function cuesIn(turn: Turn, earlier: readonly Turn[]): Cue[] {
  const cues: Cue[] = [];
  const before = earlier.filter((each) => each.role !== 'teacher').map((each) => each.text).join(' ');
  const wanted = earlier.at(-1)?.role !== 'teacher' && (asksForWord.test(before) || nonLatin.test(earlier.at(-1)?.text ?? ''));
  for (const [i, sentence] of turn.sentences.entries()) {
    if (sentence.aside === 'private' || sentence.aside === 'tech' || sentence.aside === 'foreign') continue;
    const text = bare(sentence);
    const taught = sentence.role !== 'student';
    for (const { rule, weight, pattern, pos, learner } of patterns) {
      if (!taught && learner !== true) continue;
      const match = pattern.exec(text);
      const phrase = match?.groups?.term;
      if (match === null || phrase === undefined) continue;
      if (/^(?:an? |the )(?:\p{L}+ )?(?:noun|verb|adjective|adverb|sentence|question|mistake|word|one)\b/iu.test(match.groups?.definition ?? '')) continue;
      cues.push({ sentence, phrase, weight, definition: match.groups?.definition ?? null, pos: pos ?? null, rule });
    }
    if (!taught) continue;
    for (const word of spelledWords(sentence.raw)) cues.push({ sentence, phrase: word, weight: 0.85, definition: null, pos: null, rule: 'spelled' });
    const said = turn.sentences[i - 1];
    const thing = /^(?:so |and )?(?:that's|that is|it's) (?<definition>(?:the|an?) (?:person|man|woman|place|thing|part|shop|room|money|paper|bit|kind|type|piece) [^.?!]{6,140})$/iu.exec(text);
    const noun = said?.core.at(-1);
    if (thing !== null && said !== undefined && noun !== undefined && said.core.length > 1) cues.push({ sentence: said, phrase: noun.text, weight: 0.75, definition: thing.groups?.definition ?? null, pos: 'noun', rule: "… X. That's the paper" });
    const next = turn.sentences[i + 1];
    const lone = loneTerm(sentence);
    if (lone === null) continue;
    const follows = next === undefined ? '' : bare(next);
    const explains = /^(?:it|that|this|which)(?:'s| is| means| just means) (?<definition>(?:an?|the|to|when|you|that|someone|something|like|how|what)? ?[^?]{8,160})$/iu.exec(follows);
    if (explains !== null && /^(?:it|that|this) (?:just )?means/i.test(follows)) cues.push({ sentence, phrase: lone, weight: 0.95, definition: explains.groups?.definition ?? null, pos: null, rule: 'X. It means' });
    else if (explains !== null && /^(?:that|it)(?:'s| is) (?:an?|when|the|someone|something) /i.test(follows) && wordsOf(follows).length >= 5 && !languageTalk.test(follows)) cues.push({ sentence, phrase: lone, weight: 0.8, definition: explains.groups?.definition ?? null, pos: 'noun', rule: "X. That's a" });
    if (languageTalk.test(follows) || languageTalk.test(turn.sentences[i - 1]?.raw ?? '')) cues.push({ sentence, phrase: lone, weight: 0.75, definition: null, pos: null, rule: 'X. That is a good word' });
    if (wanted && i <= 1) cues.push({ sentence, phrase: lone, weight: 0.7, definition: null, pos: null, rule: 'the word that was missing' });
    const again = turn.sentences.filter((other) => other !== sentence && loneTerm(other)?.toLowerCase() === lone.toLowerCase()).length;
    if (again > 0) cues.push({ sentence, phrase: lone, weight: 0.5, definition: null, pos: null, rule: 'drilled' });
  }
  return cues;
}
