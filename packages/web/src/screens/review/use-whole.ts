import { useDeferredValue } from 'react';

/**
 * Whether all of a long list is to be drawn: not in the first picture, which comes at once with what is in view, but
 * behind it, in pieces that a key may come between.
 */
export const useWhole = (): boolean => useDeferredValue(true, false);
