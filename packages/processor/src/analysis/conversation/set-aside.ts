import { findPrivateSpans } from '@tulkka/shared/transcripts';
import type { Aside, Sentence, Turn } from '../types.ts';

/** Sentences that are about the call itself. */
const tech = [
  /\b(?:can|could|do|did) you (?:hear|see) (?:me|us|it|my screen|the screen|this|my)\b/i,
  /\bi (?:can|can't|cannot|could|couldn't) (?:hear|see) (?:you|anything|your|it|nothing|the screen)\b/i,
  /\b(?:on mute|mute[ds]?|unmute[ds]?|muted|your mic|the mic|microphone|headphones|headset|webcam)\b/i,
  /\b(?:my|your|the|share|sharing|shared) (?:camera|screen|connection|internet|wi-?fi|audio|video|sound|volume|zoom|laptop|battery|charger|bluetooth|computer)\b/i,
  /\bcamera\b.*\b(?:on|off|work|icon|turn|open)/i,
  /\b(?:frozen|freezing|breaking up|cutting out|lagging|echo|disconnected|reconnect|buffering|bandwidth|poor connection)\b/i,
  /\b(?:raise hand|chat box|in the chat|send(?:ing)? you a (?:link|file)|share (?:a|the|my) (?:screen|document|file|timeline|slide|picture)|unsupported|leave the meeting|rejoin|join again|log ?in again)\b/i,
  /\bhello hello\b|\bhear me\b|\bsee my\b.*\b(?:screen|slides?)\b/i,
  /\b(?:record(?:ed|ing)\b.*\b(?:this|zoom|lesson)|it is recorded)/i,
  /\bwhat'?s that noise\b|\bis that your (?:phone|dog|door)/i,
];

/** Talk that steers the class, or talks about language, rather than being an example of it. */
const classroom = [
  /\b(?:(?:for|your|the|so|okay|ok|two|of),? homeworks?\b|homework (?:is|for|time|today)|write (?:it|that|this|them) down|let's (?:start|begin|move|go (?:on|back|through)|do|see|finish|stop|look|try|practi[sc]e|talk|continue|check|read|play|have a look|clean)|next (?:one|question|picture|exercise|slide)|worksheet|gap fill|role ?play|page (?:\d+|one|two)|quick-?fire)\b/i,
  /\b(?:can|could|will|would) you (?:say|spell|repeat|read (?:me|it|that|the)|see (?:it|my|the|that)|tell (?:me|us)|open (?:it|the file)|try|zoom|sum up|give me|describe)\b|\b(?:say (?:it|that|the whole|hi)|try (?:again|to say|it|something|the letter)|your turn|my turn|now you|have another go|point (?:to|for))\b/i,
  /^(?:and |so |now |okay |then )?(?:please )?(?:ask me|tell me|listen|look at|repeat|imagine|remember|use|think of|give me|send|finish|write|prepare|learn|draw|read|start with|try|say|make it|keep)\b/i,
  /\b(?:good|great|nice|lovely|excellent|beautiful|perfect|long|classic|balanced|simple) (?:sentences?|questions?|examples?|job|word|verb|start|pair|structure|idiom|opening|point|guess)\b|\bwell done\b|\byou (?:fixed|corrected|caught|heard) (?:it|yourself|that)\b/i,
  /\b(?:we|you|they|people|nobody|everybody) (?:don't |can't |do not |cannot |never |always |also |usually |would |could |should |'d |just )?say\b|\byou (?:just )?(?:said|used|meant)\b|\bi said\b|\bwe'd (?:say|nearly)\b|\bwhat do (?:we|you) (?:say|call)\b|\bin (?:british |american )?english\b|\bwe use\b|\b(?:said|says) (?:until|by|in|on|at|that word)\b/i,
  /\b(?:grammar|tenses?|past simple|present (?:perfect|simple|continuous)|plural|singular|adjectives?|adverbs?|prepositions?|collocations?|phrasal|infinitive|gerund|conditional|nouns?|verbs?|syllables?|the stress is|silent|pronounce|pronunciation|spelling|spell|sentences?|words?|means?|meaning|opposite|idiom|third forms?|base form|true or false|mix-up|mistakes?|uncountable|length of time|finished time)\b/i,
  /\b(?:i'll (?:send|test|share|read|say|give|show|write)|i'm going to (?:share|show|ask|read|say|send|be your)|i will (?:send|share|show)|i sent you|send (?:it|them) to me|i want you to|i'd like you to|you (?:have|need) to answer|see you|bye|good luck|have a (?:nice|good|great)|thank you (?:so|very) much|do you (?:know|remember|understand|see) (?:the|that|this|it|what)|are you ready|got it|well remembered|go on|hold on|hang on|off you go|there you go|don't panic|take your time)\b/i,
  /\b(?:be careful|careful|don't forget)\b|\bbeep\b/i,
  /\btoday (?:we|we're|i|i'd|is|you|you're|let's)\b|\bwe(?:'re| are) going to (?:talk|learn|look|do|practi[sc]e|read|speak|see)\b|\btalk about (?:the|your|our) (?:topic|lesson)\b/i,
];
const greeting =
  /\b(?:how are (?:you|things)|how's (?:it going|everything|your day)|nice to (?:see|meet)|good (?:morning|afternoon|evening)|come on in|hello|hi|sorry|one (?:second|sec|minute|moment)|hang on|hold on|wait)\b/i;
const topicMarker =
  /\b(?:today (?:we|i|is|you)|so today|today's|let's (?:start|begin|get started|talk|imagine|look)|we are going to|we're going to|i thought we could|i wanted to do|last (?:time|week|lesson) we|our topic|first,? (?:check|let|just)|look at my picture|read me your)\b/i;
const farewell =
  /\b(?:bye|see you (?:next|on|tomorrow|soon|then|later)|good ?bye|take care|have a (?:nice|good|great|lovely) (?:day|week|weekend|evening))\b/i;

function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

/** Letters of other scripts inside English speech: the learner's own language. */
function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > latin;
}

/** Whether a sentence is about the call rather than about the lesson. */
export function isTech(text: string): boolean {
  return matches(tech, text);
}

/** Whether a sentence steers the class or talks about language rather than being an example of it. */
export function isClassroomTalk(text: string): boolean {
  return matches(classroom, text);
}

/** Where the lesson's topic begins and ends, as ids of sentences: small talk lies before and after. */
export function topicSpan(sentences: readonly Sentence[]): { first: number; last: number } {
  const limit = Math.max(12, Math.floor(sentences.length * 0.22));
  let first = 0;
  for (const sentence of sentences.slice(0, limit)) {
    if (topicMarker.test(sentence.raw)) {
      first = sentence.id;
      break;
    }
  }
  // without a marker only the greetings themselves are small talk
  let last = sentences.length - 1;
  while (last > first && last > sentences.length - 12) {
    const sentence = sentences[last];
    if (sentence === undefined || !(farewell.test(sentence.raw) || sentence.words.length <= 3)) break;
    last -= 1;
  }
  return { first, last };
}

/** A question whose answer is nobody else's business. */
const asksForSecret =
  /\b(?:what(?:'s| is)|can i (?:have|take|get)|could i (?:have|take|get)|give me|tell me|and)\b[^.?!]{0,30}\b(?:address|phone(?: number)?|mobile|number|e-?mail|date of birth|password|passport|postcode|surname)\b[^.!]{0,20}\?/i;
const numberLike =
  /\d|\b(?:zero|oh|double|one|two|three|four|five|six|seven|eight|nine|street|road|avenue|floor|dot|at)\b/i;

/** Marks every sentence that is no language to practise, with the reason. */
export function setAside(turns: readonly Turn[]): void {
  const sentences = turns.flatMap((turn) => turn.sentences);
  const { first, last } = topicSpan(sentences);
  for (const [i, turn] of turns.entries()) {
    const secrets = findPrivateSpans(turn.text);
    const asked = asksForSecret.test(turns[i - 1]?.sentences.at(-1)?.raw ?? '');
    for (const sentence of turn.sentences) {
      const isAnswer = asked && numberLike.test(sentence.raw) && !sentence.question;
      const secret = isAnswer || secrets.some((span) => span.start < sentence.end && span.end > sentence.start);
      sentence.aside = asideOf(sentence, secret, sentence.id < first || sentence.id > last);
    }
  }
  spreadTech(sentences);
}

function asideOf(sentence: Sentence, secret: boolean, outside: boolean): Aside | null {
  if (secret) return 'private';
  if (isForeign(sentence.raw)) return 'foreign';
  if (isTech(sentence.raw)) return 'tech';
  if (outside || (greeting.test(sentence.raw) && sentence.words.length <= 6)) return 'small talk';
  return isClassroomTalk(sentence.raw) ? 'classroom' : null;
}

/** Trouble spreads: a sentence between two about the call is about the call too. */
function spreadTech(sentences: readonly Sentence[]): void {
  let lastTech = -10;
  for (const sentence of sentences) {
    if (sentence.aside !== 'tech') continue;
    if (sentence.id - lastTech <= 6 && lastTech >= 0) {
      for (let id = lastTech + 1; id < sentence.id; id += 1) {
        const between = sentences[id];
        if (between !== undefined && (between.aside === null || between.aside === 'small talk')) between.aside = 'tech';
      }
    }
    lastTech = sentence.id;
  }
}
