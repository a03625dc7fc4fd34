import { rowOf, type Spoken } from './spoken.ts';

/** So many words of an answer may hold it. */
const within = 16;
const takes =
  /^(?:(?:oh|ah|well|and|in (?:an? )?\S+ \S+) )*(?:yes|yeah|yep|exactly|precisely|correct|right|quite|perfect|excellent|absolutely|indeed|brilliant|lovely|great|good|very good|spot on|just so|there (?:you (?:are|go)|it is)|you've got it|got it|that's (?:it|right|exactly|the idea|what it means)|that is (?:it|right)|i have nothing to add|i couldn't)\b|\b(?:couldn't \S+ it better|nothing to add|exactly that|precisely that)\b/;

/** Whether a teacher who answers so takes what the learner said as it is. */
export function takesIt(answer: readonly Spoken[]): boolean {
  return takes.test(rowOf(answer, 0, within));
}
