/**
 * Renews a lease at a third of its length while `work` runs. When the lease turns out to be lost the work's signal is
 * aborted: somebody else has the job now.
 */
export async function keepLease<T>(
  renew: () => Promise<boolean>,
  leaseSeconds: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const timer = setInterval(
    () => {
      renew().then(
        (ours) => ours || lost.abort(),
        // The database may be back before the lease runs out; if not, another claim decides.
        () => undefined,
      );
    },
    (leaseSeconds * 1000) / 3,
  );
  try {
    return await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(timer);
  }
}
