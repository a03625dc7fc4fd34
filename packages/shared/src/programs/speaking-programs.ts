import { hasProgram } from './run-program.ts';

/** Programs that can say English aloud, the best first, and what each is asked to find out whether it is there. */
const speakingPrograms = { flite: ['-version'], 'espeak-ng': ['--version'] } as const;

export type SpeakingProgram = keyof typeof speakingPrograms;

/** Those that this machine has, the best first. */
export const findSpeakingPrograms = (): SpeakingProgram[] =>
  (['flite', 'espeak-ng'] as const).filter((name) => hasProgram(name, speakingPrograms[name]));
