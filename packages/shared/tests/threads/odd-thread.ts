import { ValidationError } from '../../src/errors/index.ts';
import { serveThread, tellNews } from '../../src/threads/index.ts';

/** The work of a thread for tests: one way each in which work can end, or not end. */
export type Oddity = 'double' | 'refuse' | 'break' | 'never end' | 'eat memory' | 'exit' | 'until told';

serveThread<{ oddity: Oddity; value?: number }, number>({
  work: ({ oddity, value = 0 }, signal) => {
    if (oddity === 'double') {
      tellNews(`doubling ${value}`);
      return value * 2;
    }
    if (oddity === 'refuse') throw new ValidationError([{ path: 'value', message: 'is odd' }]);
    if (oddity === 'break') throw new TypeError('Leo said his number is 12');
    if (oddity === 'exit') process.exit(3);
    if (oddity === 'until told') {
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(-1)));
    }
    const heap: number[][] = [];
    for (;;) if (oddity === 'eat memory') heap.push(Array.from({ length: 10_000 }, (_, i) => i * 1.5 + heap.length));
  },
  onError: () => undefined,
  failure: 'It could not be doubled.',
});
