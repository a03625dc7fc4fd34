import type { ComponentProps, ReactNode } from 'react';

/** English of a lesson inside a page of any language: read from left to right, and read aloud as English. */
export function English({ children, ...rest }: ComponentProps<'bdi'>): ReactNode {
  return (
    <bdi lang="en" dir="ltr" {...rest}>
      {children}
    </bdi>
  );
}

/** The same in quotation marks: they go with it, so that they stand right where a line of another direction breaks in it. */
export const Quoted = ({ children }: { children: ReactNode }): ReactNode => <English>“{children}”</English>;

/** What people wrote in a language that nobody knows: it finds its own direction. */
export const Foreign = ({ children }: { children: ReactNode }): ReactNode => <bdi dir="auto">{children}</bdi>;
