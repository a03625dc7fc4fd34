import cluster, { type Worker } from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { DependencyUnavailableError } from '@tulkka/shared/errors';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { z } from 'zod';

/** The parent gives up on a worker that does not tell its own in 5 s (prom-client); then it says so here. */
const patienceMs = 6000;

const Question = z.object({ type: z.literal('tulkka:metrics?'), id: z.string() });
const Reply = z.object({ type: z.literal('tulkka:metrics'), id: z.string(), text: z.string().nullable() });

/** In the parent: answers each worker that asks with the measurements of all of them, added up. */
export function answerMetricsQuestions(): void {
  const all = new AggregatorRegistry();
  cluster.on('message', (worker: Worker, message: unknown) => {
    const question = Question.safeParse(message);
    if (!question.success) return;
    const reply = (text: string | null): void => {
      if (worker.isConnected()) worker.send({ type: 'tulkka:metrics', id: question.data.id, text });
    };
    all.clusterMetrics().then(reply, () => reply(null));
  });
}

/**
 * In a worker: whoever scrapes reaches any of the workers, so each tells the measurements of all.
 * @throws DependencyUnavailableError when another worker does not tell its own in time
 */
export function askForClusterMetrics(own: Registry): () => Promise<string> {
  AggregatorRegistry.setRegistries([own]);
  // Making one is what lets prom-client listen to the parent.
  new AggregatorRegistry();
  const waiting = new Map<string, (text: string | null) => void>();
  process.on('message', (message) => {
    const reply = Reply.safeParse(message);
    if (reply.success) waiting.get(reply.data.id)?.(reply.data.text);
  });
  return async () => {
    const id = randomUUID();
    const text = await new Promise<string | null>((resolve) => {
      const tooLate = setTimeout(resolve, patienceMs, null);
      waiting.set(id, (answer) => {
        clearTimeout(tooLate);
        resolve(answer);
      });
      process.send?.({ type: 'tulkka:metrics?', id });
    });
    waiting.delete(id);
    if (text === null) throw new DependencyUnavailableError('Not all web workers tell their measurements in time.');
    return text;
  };
}
