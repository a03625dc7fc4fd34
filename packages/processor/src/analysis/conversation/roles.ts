import { partOfLabel } from '@tulkka/shared/transcripts';
import { wordsOf } from '../../language/tokens.ts';
import type { LessonContext, Role, Sentence, Turn } from '../types.ts';

/** What teachers say and learners hardly do, with how much it tells. */
const teacherTalk: [RegExp, number][] = [
  [/\b(?:means?|is called|is when|is the opposite of|in other words|for example)\b/i, 1.5],
  [/\b(?:we|you|I|people) (?:don't |do not |can't |never |usually |always |would |also )?(?:say|use)\b/i, 2],
  [/\b(?:in english|in british english|in american english)\b/i, 0.8],
  [
    /\b(?:homework|exercise|gap fill|role ?play|worksheet|next (?:question|picture|word|one)|number (?:one|two|three|four|five))\b/i,
    0.7,
  ],
  [
    /\b(?:past (?:simple|tense|perfect)|present (?:simple|perfect|continuous)|third person|plural|singular|adjective|adverb|preposition|collocation|phrasal verb|uncountable|conditional|infinitive|gerund|base form)\b/i,
    1.5,
  ],
  [
    /\b(?:can you (?:say|spell|tell|repeat|make|give|read)|repeat after me|say (?:it|that) again|try again|do you (?:know|remember) (?:the word|what)|how do you spell|what do (?:we|you) say|tell me|let's|write (?:it|that) down|your turn|now you)\b/i,
    1.2,
  ],
  [
    /^(?:very )?(?:good|great|perfect|excellent|lovely|brilliant|wonderful|fantastic|exactly|well done|good job|great job|nice|beautiful|correct|super|almost|nearly|not quite)\b[.!,]?/i,
    0.8,
  ],
  [
    /\b(?:careful|don't forget|remember,? |without (?:the|an?|to|on|in|from|about)\b|not quite|almost|should be|stress is|silent)\b/i,
    1,
  ],
  [/\b(?:[a-z]-){2,}[a-z]\b/i, 1.2],
];
const studentTalk: [RegExp, number][] = [
  [/\b(?:teacher|ma'am|madam|sir|miss|mister)\b/i, 1],
  [
    /\b(?:how (?:do you|can i|to) say|i don't know (?:the word|in english|how)|what (?:does|is|mean) [\p{L} ]{2,20} mean|what means|i don't understand|i forgot the word|in my (?:country|language))\b/iu,
    2,
  ],
  [/\b(?:is it (?:right|correct)|can you repeat)\b/i, 1],
];

function talk(text: string, rules: readonly [RegExp, number][]): number {
  let sum = 0;
  for (const [pattern, weight] of rules) if (pattern.test(text)) sum += weight;
  return sum;
}

/** How much a sentence sounds like a teacher (above zero) or like a learner (below). */
export function teacherliness(sentence: Sentence): number {
  return talk(sentence.raw, teacherTalk) - talk(sentence.raw, studentTalk);
}

/** Whether two display names are the same person's, as far as names tell: "Ana" and "Ruiz, Ana (she/her)". */
function sameName(label: string, name: string): boolean {
  const a = new Set(wordsOf(label));
  const b = wordsOf(name).filter((word) => word.length > 1);
  return b.length > 0 && b.filter((word) => a.has(word)).length >= Math.min(b.length, 2);
}

interface Speaker {
  label: string;
  score: number;
  sentences: number;
  words: number;
}

function speakersOf(turns: readonly Turn[]): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const turn of turns) {
    const label = turn.speaker ?? '';
    const speaker = speakers.get(label) ?? { label, score: 0, sentences: 0, words: 0 };
    speakers.set(label, speaker);
    for (const sentence of turn.sentences) {
      speaker.score += teacherliness(sentence) + (sentence.question ? 0.25 : 0);
      speaker.sentences += 1;
      speaker.words += sentence.words.length;
    }
  }
  return [...speakers.values()];
}

/**
 * Which label is the teacher's. What is said decides; a name that is known in advance adds weight but cannot overrule
 * the talk, because labels get swapped and teachers join from other people's accounts.
 */
function findTeacher(turns: readonly Turn[], context: LessonContext): string | null {
  const speakers = speakersOf(turns);
  if (speakers.length < 2) return null;
  const total = speakers.reduce((sum, speaker) => sum + Math.max(0, speaker.score), 0);
  const words = speakers.reduce((sum, speaker) => sum + speaker.words, 0);
  const name = context.teacherName ?? null;
  const ranked = speakers
    .map((speaker) => {
      const share = total > 0 ? Math.max(0, speaker.score) / total : 0;
      const named =
        name !== null && sameName(speaker.label, name)
          ? 0.35
          : /\b(?:teacher|tutor|coach)\b/i.test(speaker.label)
            ? 0.35
            : 0;
      const student = /\b(?:guest|student|learner|iphone|ipad|galaxy)\b/i.test(speaker.label) ? -0.15 : 0;
      return { label: speaker.label, value: share + 0.25 * (speaker.words / Math.max(1, words)) + named + student };
    })
    .sort((a, b) => b.value - a.value);
  const first = ranked[0];
  return first === undefined || first.label === '' ? null : first.label;
}

/** The labels of who teaches: one in each part of a recording whose parts have labels of their own. */
export function findTeachers(turns: readonly Turn[], context: LessonContext): Set<string> {
  const partOf = ({ speaker }: Turn): number => (speaker === null ? 1 : partOfLabel(speaker));
  const parts = new Set(turns.map(partOf));
  const found = [...parts].map((part) =>
    findTeacher(
      turns.filter((turn) => partOf(turn) === part),
      context,
    ),
  );
  return new Set(found.flatMap((label) => label ?? []));
}

/** Gives every turn and sentence its role; without labels each sentence is judged by how it sounds. */
export function assignRoles(turns: readonly Turn[], teachers: ReadonlySet<string>): void {
  for (const turn of turns) {
    const role: Role = roleOf(turn.speaker, teachers);
    turn.role = role;
    for (const sentence of turn.sentences) {
      const sounds = role === 'unknown' ? teacherliness(sentence) : 0;
      sentence.role = sounds >= 1 ? 'teacher' : sounds <= -1 ? 'student' : role;
    }
  }
}

function roleOf(speaker: string | null, teachers: ReadonlySet<string>): Role {
  if (teachers.size === 0) return 'unknown';
  return speaker !== null && teachers.has(speaker) ? 'teacher' : 'student';
}
