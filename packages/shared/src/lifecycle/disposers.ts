/** Something to release, with the name that an error report gives it. */
interface Disposer {
  name: string;
  dispose: () => Promise<unknown> | unknown;
}

/** Releases what was acquired in reverse order; one failing release does not keep the others from theirs. */
export class Disposers {
  private readonly stack: Disposer[] = [];

  /** Registers a release to run later, and hands back the resource. */
  add<T>(name: string, resource: T, dispose: (resource: T) => Promise<unknown> | unknown): T {
    this.stack.push({ name, dispose: () => dispose(resource) });
    return resource;
  }

  /** Releases everything, last acquired first; a second call finds nothing left to do. */
  async dispose(onError: (name: string, error: unknown) => void): Promise<void> {
    for (let next = this.stack.pop(); next; next = this.stack.pop()) {
      try {
        await next.dispose();
      } catch (error) {
        onError(next.name, error);
      }
    }
  }
}
