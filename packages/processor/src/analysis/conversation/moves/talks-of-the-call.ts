import { phrasedAs } from '../move.ts';

/** It is about the call, not about the lesson. */
export const talksOfTheCall = phrasedAs({
  name: 'talks of the call',
  says: 'It is about the call, not about the lesson.',
  patterns: [
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
  ],
  finds: ["You're on mute again.", 'Can you see my screen?'],
  leaves: ['I can see a tree in the picture.', 'The mouse ate the cheese.'],
});
