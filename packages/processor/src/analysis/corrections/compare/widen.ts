import type { Step } from '../../../language/align.ts';
import { articles, isContent, lightForms, lightVerbs, particles, subjectPronouns } from '../../../language/words.ts';
import { type Context, isEdit, norm, openWords } from './steps.ts';

/** Widens a change to a phrase that can be understood: the verb's subject, the preposition's and the article's noun. */
export function widen(
  steps: readonly Step[],
  cluster: { from: number; to: number },
  context: Context,
): { from: number; to: number } {
  let { from, to } = cluster;
  const word = (i: number) => norm(context.wrong, steps[i]?.wrong ?? -1) || norm(context.right, steps[i]?.right ?? -1);
  const stays = (i: number) => {
    const step = steps[i];
    return step !== undefined && !isEdit(step);
  };
  const meaty = (i: number) => isContent(word(i)) && !openWords.has(word(i));
  // "make jogging", "go jogging": the noun tells what is meant
  const isLight = (norm: string): boolean =>
    lightForms.has(norm) || (norm !== '' && lightVerbs.has(context.lexicon.lemma(norm, 'verb')));
  const light =
    isLight(norm(context.wrong, steps[to]?.wrong ?? -1)) && isLight(norm(context.right, steps[to]?.right ?? -1));
  // "drinks a pill", "takes a pill": so it is of any verb for another
  const asVerb = (norm: string): boolean =>
    isContent(norm) && context.lexicon.partsOfSpeech(context.lexicon.lemma(norm, 'verb')).includes('verb');
  const only = from === to ? steps[to] : undefined;
  const swapsVerbs =
    only?.kind === 'swap' && asVerb(norm(context.wrong, only.wrong)) && asVerb(norm(context.right, only.right));
  if (!meaty(to) || light || swapsVerbs) {
    // to the right: through the little words to the end of the noun phrase
    let reach = to + 1;
    while (stays(reach) && !meaty(reach) && reach - to < 4) reach += 1;
    if (stays(reach)) {
      to = reach;
      while (stays(to + 1) && meaty(to + 1) && to - reach < 2) to += 1;
    } else if (stays(to + 1)) to += 1;
  }
  // "best than", "better than"
  if (word(to + 1) === 'than' && stays(to + 1)) to += 1;
  const first = word(cluster.from);
  const hangsLeft = !articles.has(first) && !openWords.has(first);
  if (hangsLeft && stays(from - 1)) {
    from -= 1;
    // "a joint project": between its article and its noun a word says little
    if (articles.has(word(from)) && stays(to + 1) && meaty(to + 1)) to += 1;
    if (particles.has(word(from)) && stays(from - 1)) from -= 1;
    else if (!isContent(word(from)) && !subjectPronouns.has(word(from)) && stays(from - 1)) from -= 1;
  } else if (to === cluster.to && stays(to + 1)) to += 1;
  else if (to === cluster.to && stays(from - 1)) from -= 1;
  return { from, to };
}
