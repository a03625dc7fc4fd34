/** One timed line of a recording's transcript. */
export interface Cue {
  /** Milliseconds from the start of the recording; null where the source has no times (plain text). */
  start_ms: number | null;
  end_ms: number | null;
  /** The speaker's label as the recording gives it; null where it gives none. */
  speaker: string | null;
  /** What was said, without the label, entities decoded, white space folded. Never empty. */
  text: string;
  /**
   * Start and end of every word (what white space parts in the text), one after the other, in milliseconds after the cue
   * begins; absent where nobody measured them.
   */
  words?: readonly number[] | undefined;
}

/** A whole transcript in reading order. */
export interface Transcript {
  /** How it came: with speaker labels, or as captions without them. */
  format: 'vtt' | 'text';
  cues: Cue[];
  /** The distinct labels in order of first appearance; empty for captions without labels. */
  speakers: string[];
}
