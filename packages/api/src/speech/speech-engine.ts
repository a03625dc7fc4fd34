/** Something that can say a text aloud. */
export interface SpeechEngine {
  /** Tells its recordings apart from those of other engines, models and voices. */
  readonly name: string;
  /** How its recordings end: `mp3` or `wav`. */
  readonly extension: string;
  /** A recording of the text. @throws when it cannot be had now */
  speak(text: string): Promise<Buffer>;
}
