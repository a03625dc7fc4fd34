/** What reading a lesson cost, in the form in which it is stored with the lesson. */
export interface TokenUsage {
  input_tokens: number;
  output_tokens: number;
  cost_usd: number;
}

/** US dollars per million tokens. */
export interface TokenPrices {
  inputPrice: number;
  outputPrice: number;
}

/** What is left of the day's tokens, shared by all processes. */
export interface DailyTokenBudget {
  /** Infinity when there is no limit. */
  remaining(): Promise<number>;
  /** Counts tokens against today; a negative number gives back what was reserved and not used. */
  spend(tokens: number): Promise<void>;
}

/** Adds up calls. */
export class UsageMeter {
  private input = 0;
  private output = 0;

  constructor(private readonly prices: TokenPrices) {}

  add(inputTokens: number, outputTokens: number): void {
    this.input += inputTokens;
    this.output += outputTokens;
  }

  total(): TokenUsage {
    const cost = (this.input * this.prices.inputPrice + this.output * this.prices.outputPrice) / 1_000_000;
    return { input_tokens: this.input, output_tokens: this.output, cost_usd: Number(cost.toFixed(6)) };
  }
}

/** A careful guess at a text's tokens: English has about four characters a token, other scripts fewer. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3);
}

/**
 * No tokenizer in use makes fewer tokens of a text: one for each word and one for the mark behind it. Of scripts without
 * spaces it says next to nothing.
 */
export function fewestTokens(text: string): number {
  return text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*|(?<=\p{L})[.,:;!?]/gu)?.length ?? 0;
}
