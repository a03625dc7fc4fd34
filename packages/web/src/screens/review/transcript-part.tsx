import { memo, type ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import type { Place } from '../../review/quote-placer.ts';
import { English, Foreign } from '../../ui/english.tsx';
import styles from './review.module.css';

type Cue = NonNullable<Schema<'Lesson'>['cues']>[number];

interface TranscriptPartProps {
  /** The place of its first line in the whole. */
  first: number;
  cues: readonly Cue[];
  /** The lit words of this part. */
  lit: readonly Place[];
  quoted: ReadonlySet<number>;
  choose(line: number): void;
}

/** Some lines of a transcript: of an hour of talk the parts in view are laid out, and those that change are drawn again. */
export const TranscriptPart = memo(({ first, cues, lit, quoted, choose }: TranscriptPartProps): ReactNode => {
  const places = new Map(lit.map((place) => [place.line, place]));
  return (
    <ol className={styles.part} start={first + 1}>
      {cues.map((cue, place) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a transcript stay in their places
          key={place}
          line={first + place}
          cue={cue}
          lit={places.get(first + place)}
          isQuoted={quoted.has(first + place)}
          choose={choose}
        />
      ))}
    </ol>
  );
});

interface LineProps {
  line: number;
  cue: Cue;
  lit: Place | undefined;
  isQuoted: boolean;
  choose(line: number): void;
}

const Line = memo(({ line, cue, lit, isQuoted, choose }: LineProps): ReactNode => {
  const seconds = cue.start_ms === null ? null : Math.floor(cue.start_ms / 1000);
  const clock = seconds === null ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the list do the same
    <li
      data-lit={lit !== undefined || undefined}
      data-quoted={isQuoted || undefined}
      onClick={isQuoted ? () => choose(line) : undefined}
    >
      {(clock !== '' || cue.speaker) && (
        <small>
          {clock} {cue.speaker && <Foreign>{cue.speaker}</Foreign>}
        </small>
      )}
      <p>
        <English>
          {lit === undefined ? (
            cue.text
          ) : (
            <>
              {cue.text.slice(0, lit.start)}
              <mark>{cue.text.slice(lit.start, lit.end)}</mark>
              {cue.text.slice(lit.end)}
            </>
          )}
        </English>
      </p>
    </li>
  );
});
