/** How one call to a vendor ended: what a metrics counter is labelled with. */
export type VendorOutcome =
  | 'ok'
  | 'rate_limited'
  | 'refused'
  | 'not_found'
  | 'unauthorized'
  | 'failed'
  | 'timeout'
  | 'aborted';

/** One call to a vendor, as the metrics see it. */
export interface VendorCall {
  vendor: 'zoom' | 'assemblyai' | 'transcription' | 'openai';
  /** A short fixed name such as `list_recordings`; never an address or an id. */
  operation: string;
  outcome: VendorOutcome;
  ms: number;
}

/** Hears of every call that left the process. */
export type OnVendorCall = (call: VendorCall) => void;
