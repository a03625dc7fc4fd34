const unfit =
  /\b(?:sex|sexual|sexually|obscene|vulgar|genitals?|prostitut\w*|intercourse|offensive|derogatory|disparaging|slur|excrement|urine|feces|narcotic|cocaine|heroin)\b/i;

/** Whether a meaning may stand on a card: some senses no lesson wants, children's lessons least of all. */
export const isFitForClass = (meaning: string): boolean => !unfit.test(meaning);
