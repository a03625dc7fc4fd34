import { particles } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { impossibleForms, verbSlot } from './verb-slot.ts';

/** Of "blew out" the verb in forms that cannot stand here, each with its particle. */
export function withParticle(right: string, before: readonly string[], lexicon: Lexicon): string[] {
  const [verb = '', particle = '', ...more] = right.toLowerCase().split(' ');
  const slot = verbSlot([...before], lexicon);
  if (more.length > 0 || slot === null || !particles.has(particle)) return [];
  const isVerb = lexicon.partsOfSpeech(lexicon.lemma(verb, 'verb')).includes('verb');
  return isVerb ? impossibleForms(verb, slot, lexicon).map((form) => `${form} ${particle}`) : [];
}
