import { tokenise } from './tokens.ts';
import { irregularForm } from './verb-forms.ts';
import {
  auxiliaries,
  conjunctions,
  determiners,
  isContent,
  possessives,
  prepositions,
  questionWords,
  subjectPronouns,
} from './words.ts';

/** Verbs and the like behind which a clause may follow without a word between: "I think he knows". */
const takesClause =
  /^(?:think|thinks|thought|know|knows|knew|say|says|said|tell|tells|told|hope|hopes|hoped|believe|believes|feel|felt|guess|mean|means|meant|see|saw|hear|heard|find|found|wish|bet|suppose|understand|sure|glad|sorry|afraid|happy|remember|forgot|notice|noticed|like|want|let|make|makes|made|help|helps|watch|ask|asked|show|showed|shows|so|than|more|way|time|day|moment|reason|thing|things|everything|something|anything|nothing|all|one|everybody|everyone|people|place|first|last)$/;
/** A noun behind one of these may be what a clause without "that" tells of: "the film I saw". */
const marksNoun = /^(?:the|a|an|all|every|this|these|those|that|any|some|only|best|no)$/;
const plainVerbs =
  /^(?:like|want|need|know|think|live|work|go|have|do|play|love|eat|drink|hate|see|get|make|take|come|say|put|give|tell|use|try|read|write|buy|feel|believe|hope|prefer|always|usually|often|never)$/;
const thirdPersonVerbs =
  /^(?:likes|wants|needs|knows|thinks|lives|works|goes|plays|loves|eats|drinks|hates|sees|gets|makes|takes|comes|says|speaks|reads|writes|sleeps|runs|gives|helps|looks|puts|throws)$/;
const opensSubordinate =
  /^(?:if|when|because|although|though|while|since|as|after|before|until|unless|whenever|where|what|whoever|whatever|how|why)$/;

const opensTime = /^(?:the )?(?:first|last|next|every|each) (?:time|day|week|month|year)\b/;

const asks: ReadonlySet<string> = new Set([...questionWords, 'who', 'that']);

const isPronounWithVerb = (word: string): boolean =>
  /^(?:i|he|she|it|we|they|you|that|there)['’](?:s|m|re|ve|ll|d)$/.test(word);

function opensWithSubject(word: string, next: string, after: string): boolean {
  if (isPronounWithVerb(word)) return true;
  if (subjectPronouns.has(word)) {
    if (auxiliaries.has(next) || /n['’]t$/.test(next)) return true;
    const form = irregularForm(next);
    if (form?.past === true && next !== form.base) return true;
    return /^(?:he|she|it)$/.test(word) ? thirdPersonVerbs.test(next) : plainVerbs.test(next);
  }
  // "my mother was so angry", "a lesson is …"
  const isOwned = possessives.has(word) || /^(?:the|a|an|this)$/.test(word);
  return isOwned && isContent(next) && /^(?:is|was|are|were|has|can|will)$/.test(after);
}

function opensQuestion(word: string, next: string, after: string): boolean {
  const isHelper = /^(?:is|are|was|were|do|does|did|can|could|will|would|have|has)$/;
  const isAsked = (subject: string): boolean => subjectPronouns.has(subject) || determiners.has(subject);
  if (questionWords.has(word) && word !== 'that') return isHelper.test(next) && isAsked(after);
  if (/^(?:what|where|how|who|when)['’]s$/.test(word)) return true;
  return isHelper.test(word) && subjectPronouns.has(next) && after !== '';
}

/** Where in a stretch without marks another sentence seems to begin. */
export interface Seam {
  at: number;
  /** A clause that may belong to the noun before it: "the film | I saw". */
  isDoubtful: boolean;
}

/** "When I was a child we lived here", "the last time I came he slept", "how much money you need": one sentence. */
function belongsTogether(behind: readonly string[]): boolean {
  return (
    opensSubordinate.test(behind[0] ?? '') ||
    behind.some((word) => /^(?:if|unless|when)$/.test(word)) ||
    opensTime.test(behind.slice(0, 3).join(' ')) ||
    behind.slice(-4).some((word) => asks.has(word))
  );
}

/** "You get rain and on Tuesday you get snow", "… and then I play": a time or place stands between the link and its clause. */
function hangsOnLink(behind: readonly string[]): boolean {
  const at = behind.findLastIndex((word) => /^(?:and|but|so|or|because)$/.test(word));
  const [next = '', ...rest] = at < 0 ? [] : behind.slice(at + 1);
  if (rest.length === 0)
    return /^(?:then|now|later|today|tomorrow|yesterday|sometimes|usually|often|also|here|there|maybe|next|finally|suddenly)$/.test(
      next,
    );
  return rest.length <= 3 && (prepositions.has(next) || /^(?:last|next|every|this|one|the)$/.test(next));
}

/** The places, counted in words, at which a recorder without marks has joined two sentences. */
export function seamsOf(words: readonly string[]): Seam[] {
  const seams: Seam[] = [];
  let from = 0;
  for (let at = 3; at + 1 < words.length; at += 1) {
    const [before = '', word = '', next = '', after = ''] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
    if (at - from < 3) continue;
    const isBound =
      conjunctions.has(before) ||
      prepositions.has(before) ||
      auxiliaries.has(before) ||
      determiners.has(before) ||
      questionWords.has(before) ||
      subjectPronouns.has(before) ||
      takesClause.test(before) ||
      /n['’]t$|['’](?:s|m|re|ve|ll|d)$/.test(before) ||
      (/^(?:me|him|her|us|them)$/.test(before) && takesClause.test(words[at - 2] ?? ''));
    if (isBound) continue;
    const isSubject = opensWithSubject(word, next, after);
    const isQuestion = !isSubject && opensQuestion(word, next, after);
    if (!isSubject && !isQuestion) continue;
    const behind = words.slice(from, at);
    // "how many eggs do you have": the question began before its helper
    if (isQuestion && behind.some((one) => asks.has(one))) continue;
    if (isSubject && (belongsTogether(behind) || hangsOnLink(behind))) continue;
    const isDoubtful =
      isSubject && isContent(before) && (marksNoun.test(words[at - 2] ?? '') || marksNoun.test(words[at - 3] ?? ''));
    seams.push({ at, isDoubtful });
    from = at;
  }
  return seams;
}

/** The sentences that seem to have been joined in a text without marks, each as it was said; the text alone where none were. */
export function unjoined(text: string): string[] {
  if (/[,;:.!?…](?=\s)/u.test(text)) return [text];
  const tokens = tokenise(text);
  const starts = [0, ...seamsOf(tokens.map(({ lower }) => lower)).map(({ at }) => at)];
  if (starts.length === 1) return [text];
  return starts.map((start, i) => {
    const end = tokens[(starts[i + 1] ?? tokens.length) - 1]?.end ?? text.length;
    return text.slice(tokens[start]?.start ?? 0, end);
  });
}
