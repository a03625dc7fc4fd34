const ofPart = / \(part (\d+)\)$/;

/**
 * The label of a speaker of one part of a recording. A transcriber gives its letters anew in each file, so that those of
 * two parts are different people until something shows otherwise.
 * @param part from 1
 */
export const labelOfPart = (label: string, part: number): string => (part === 1 ? label : `${label} (part ${part})`);

/** The part that a label belongs to; 1 where it says none. */
export const partOfLabel = (label: string): number => Number(ofPart.exec(label)?.[1] ?? 1);
