/** A term of up to nine words. */
export const term = String.raw`(?<term>[\p{L}'’-]{1,40}(?: [\p{L}'’-]{1,40}){0,8}?)`;

/** A term of up to four words. */
export const shortTerm = String.raw`(?<term>[\p{L}'’-]{1,40}(?: [\p{L}'’-]{1,40}){0,3}?)`;

/** What may be said between a term and its meaning. */
export const aside = String.raw`(?:,? (?:by the way|for example|for instance|again|basically|then|here|actually|yes|right|well|of course|you see|in english|in british english|in american english|with a hobby or a habit),?)?`;

/** A meaning, up to the end of its sentence. */
export const definition = String.raw`(?<definition>[^.?!]{4,160})`;

/** Where a sentence about a term may begin. */
export const where = String.raw`(?:^|[,;:] (?:and |or |so |but )?|^(?:in|at|with|for) [^,]{2,40}, (?:and |or |so |but )?|\b(?:and|but|so|because|or|in (?:british |american )?english) )`;
