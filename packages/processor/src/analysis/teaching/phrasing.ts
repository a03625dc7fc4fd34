import { type SentenceWay, sentenceWay, type Usual } from './way.ts';

interface Phrasing extends Omit<Usual<SentenceWay>, 'look'> {
  /** Pieces of text of which one must be there for the pattern to be tried at all: most sentences hold none. */
  needs: readonly string[];
  /** Groups `term` and, where the teacher defines, `definition`. */
  pattern: string;
}

/** "It is a good verb" tells no meaning. */
const isAboutLanguage =
  /^(?:what (?:\p{L}+ )?(?:we|you|people|they|i|\p{L}+s|we'd|wed)(?: would)? (?:say|call)\b|(?:an? |the )(?:\p{L}+ )?(?:noun|verb|adjective|adverb|sentence|question|mistake|word|one)\b)/iu;

/** "Break the ice, that's the idiom": it is one, and what it means is told elsewhere. */
const isItsKind =
  /^(?:an? |the )(?:\p{L}+ )?(?:idiom|collocation|phrase|expression|saying)\b(?! (?:that|which|who|for|of|in|people|you|we)\b)/iu;

/** A way of teaching that is known by how its sentence is put. */
export function phrasing({ needs, pattern: source, ...way }: Phrasing): SentenceWay {
  const pattern = new RegExp(source, 'iu');
  return sentenceWay({
    ...way,
    look: ({ text }) => {
      const lower = text.toLowerCase();
      if (needs.length > 0 && !needs.some((piece) => lower.includes(piece))) return [];
      const groups = pattern.exec(text)?.groups;
      if (groups?.term === undefined || isAboutLanguage.test(groups.definition ?? '')) return [];
      return [
        {
          phrase: groups.term,
          definition: isItsKind.test(groups.definition ?? '') ? null : (groups.definition ?? null),
        },
      ];
    },
  });
}
