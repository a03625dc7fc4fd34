import type { Settings } from '@tulkka/shared/config';
import { type ThreadOptions, threadEntry, WorkThread } from '@tulkka/shared/threads';
import type { OnVendorCall } from '@tulkka/shared/upstream';
import type { ComposedItem } from '../compose-item.ts';
import type { CompositionRequest, Generated, GenerationNews, GenerationRequest } from './messages.ts';

/** How long a lesson may take and how much memory, what is said of one that takes more, and who hears what. */
export interface GenerationOptions extends Pick<ThreadOptions<GenerationNews>, 'longestMs' | 'memoryMb' | 'refusal'> {
  /** The process whose log the thread writes to. */
  name: string;
  onVendorCall: OnVendorCall;
}

/** Makes exercises in a thread of its own, so that neither a long lesson nor a hostile one stands in the way of the process. */
export class Generation {
  private readonly thread: WorkThread<GenerationRequest | CompositionRequest, Generated | ComposedItem, GenerationNews>;

  constructor({ config, secrets }: Settings, { name, onVendorCall, ...limits }: GenerationOptions) {
    this.thread = new WorkThread({
      ...limits,
      entry: threadEntry(import.meta.url, 'generation-thread'),
      data: { settings: { config, secrets }, name },
      onNews: onVendorCall,
    });
  }

  /**
   * Makes the exercises of one lesson. @param signal ends it
   * @throws ValidationError for a transcript that cannot be used; the refusal when it takes too much
   */
  async generate(request: GenerationRequest, signal?: AbortSignal): Promise<Generated> {
    const made = await this.thread.run(request, signal);
    if ('item' in made) throw new Error('The thread made an item where a set was asked for.');
    return made;
  }

  /** Makes one item of a lesson. @throws ValidationError that says at the wish's field why there can be none */
  async compose(request: CompositionRequest): Promise<ComposedItem> {
    const made = await this.thread.run(request);
    if (!('item' in made)) throw new Error('The thread made a set where an item was asked for.');
    return made;
  }

  /** Ends the thread; what it was working on fails. */
  close(): Promise<void> {
    return this.thread.close();
  }
}
