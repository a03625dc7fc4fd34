import { readFileSync } from 'node:fs';

/** A picture of a thing, and nouns that tell which sense of its name the picture shows. */
export interface Picture {
  picture: string;
  sense: readonly string[];
  /** Words of its other senses. */
  unless: readonly string[];
}

const file = new URL('../../dictionary/pictures/pictures.tsv', import.meta.url);

const words = (cell: string): string[] => cell.split(' ').filter((word) => word !== '');

/** Reads dictionary/pictures. @returns the picture that a term in its dictionary form may have */
export function openPictures(): (term: string) => Picture | undefined {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const pictures = new Map(
    lines.map((line) => {
      const [term = '', picture = '', sense = '', unless = ''] = line.split('\t');
      return [term.toLowerCase(), { picture, sense: words(sense), unless: words(unless) }] as const;
    }),
  );
  return (term) => pictures.get(term);
}
