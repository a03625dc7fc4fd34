/** A stretch of speech that tells something private. */
export interface PrivateSpan {
  start: number;
  end: number;
  kind: 'phone' | 'email' | 'password' | 'address' | 'document' | 'account' | 'birthday';
}

/** One way of telling something private. */
export interface PrivateRule {
  kind: PrivateSpan['kind'];
  pattern: RegExp;
  /** Whether a match is harmless after all. @param before what was said up to it @param after what follows it */
  unless?: (match: string, before: string, after: string) => boolean;
}
