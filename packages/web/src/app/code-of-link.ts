/** The code of an invitation’s link: it stands after the `#`, so that it reaches no server’s log. */
export const codeOfLink = (hash: string): string => hash.replace(/^#/, '').trim();
