/** How steeply FSRS-6 forgets by its default parameters (the last of them, ts-fsrs 5.4). */
const decay = 0.1542;
/** What everybody begins with. */
const usual = 0.9;

/** How far the curve (1 + factor · t / stability) ^ -decay lets a memory fade until so much of it is left. */
const fadedTo = (share: number): number => share ** (-1 / decay) - 1;

/** How many times as much there is to repeat where a learner wants to be so sure, against 90 of 100. */
export const repetitionsAt = (share: number): number => fadedTo(usual) / fadedTo(share);
