import { phrasedAs } from '../move.ts';

/** It steers the class, or talks about language. */
export const runsTheClass = phrasedAs({
  name: 'runs the class',
  says: 'It steers the class, or talks about language.',
  patterns: [
    /\b(?:(?:for|your|the|so|okay|ok|two|of),? homeworks?\b|homework (?:is|for|time|today)|write (?:it|that|this|them) down|let's (?:start|begin|move|go (?:on|back|through)|do|see|finish|stop|look|try|practi[sc]e|talk|continue|check|read|play|have a look|clean)|next (?:one|question|picture|exercise|slide)|worksheet|gap fill|role ?play|page (?:\d+|one|two)|quick-?fire)\b/i,
    /\b(?:can|could|will|would) you (?:say|spell|repeat|read (?:me|it|that|the)|see (?:it|my|the|that)|tell (?:me|us)|open (?:it|the file)|try|zoom|sum up|give me|describe)\b|\b(?:say (?:it|that|the whole|hi)|try (?:again|to say|it|something|the letter)|your turn|my turn|now you|have another go|point (?:to|for))\b/i,
    /^(?:and |so |now |okay |then )?(?:please )?(?:ask me|tell me|listen|look at|repeat|imagine|remember|use|think of|give me|send|finish|write|prepare|learn|draw|read|start with|try|say|make it|keep)\b/i,
    /\b(?:good|great|nice|lovely|excellent|beautiful|perfect|long|classic|balanced|simple) (?:sentences?|questions?|examples?|job|word|verb|start|pair|structure|idiom|opening|point|guess)\b|\bwell done\b|\byou (?:fixed|corrected|caught|heard) (?:it|yourself|that)\b/i,
    /\b(?:we|you|they|people|nobody|everybody) (?:don't |can't |do not |cannot |never |always |also |usually |would |could |should |'d |just )?say\b|\byou (?:just )?(?:said|used|meant)\b|\bi said\b|\bwe'd (?:say|nearly)\b|\bwhat do (?:we|you) (?:say|call)\b|\bin (?:british |american )?english\b|\bwe use\b|\b(?:said|says) (?:until|by|in|on|at|that word)\b/i,
    /\b(?:grammar|tenses?|past simple|present (?:perfect|simple|continuous)|plural|singular|adjectives?|adverbs?|prepositions?|collocations?|phrasal|infinitive|gerund|conditional|nouns?|verbs?|syllables?|the stress is|silent|pronounce|pronunciation|spelling|spell|sentences?|words?|means?|meaning|opposite|idiom|third forms?|base form|true or false|mix-up|mistakes?|uncountable|length of time|finished time)\b/i,
    /\b(?:i'll (?:send|test|share|read|say|give|show|write)|i'm going to (?:share|show|ask|read|say|send|be your)|i will (?:send|share|show)|i sent you|send (?:it|them) to me|i want you to|i'd like you to|you (?:have|need) to answer|see you|bye|good luck|have a (?:nice|good|great)|thank you (?:so|very) much|do you (?:know|remember|understand|see) (?:the|that|this|it|what)|are you ready|got it|well remembered|go on|hold on|hang on|off you go|there you go|don't panic|take your time)\b/i,
    /\b(?:be careful|careful|don't forget)\b|\bbeep\b/i,
    /\btoday (?:we|we're|i|i'd|is|you|you're|let's)\b|\bwe(?:'re| are) going to (?:talk|learn|look|do|practi[sc]e|read|speak|see)\b|\btalk about (?:the|your|our) (?:topic|lesson)\b/i,
  ],
  finds: ["Let's start with page two.", 'Well done, that was a good sentence.'],
  leaves: ['We start work at nine.', 'She was late for dinner.'],
});
