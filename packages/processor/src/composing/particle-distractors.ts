import type { Lexicon } from '../lexicon/index.ts';

const particles = [
  'up',
  'out',
  'off',
  'on',
  'in',
  'down',
  'over',
  'away',
  'back',
  'through',
  'round',
  'across',
  'apart',
  'along',
];

/** Particles that make no phrasal verb with this verb, so that they can never be right; none for a word that is no particle. */
export function particleDistractors(verb: string, particle: string, lexicon: Lexicon): string[] {
  if (!particles.includes(particle)) return [];
  return particles.filter((other) => other !== particle && !lexicon.isPhrase(`${verb} ${other}`));
}
