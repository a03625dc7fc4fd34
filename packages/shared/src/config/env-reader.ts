import type { Issue } from '../errors/index.ts';

/** Environment variables as a plain record, so that tests never touch the real ones. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads variables one by one and gathers every problem, each with the variable's name and the remedy.
 * A variable that is unset, or set to nothing, takes its default.
 */
export class EnvReader {
  readonly issues: Issue[] = [];
  readonly names = new Set<string>();

  private readonly env: Env;

  // Written out, and not as a parameter property: npm start reads this file by stripping its types, before any build.
  constructor(env: Env) {
    this.env = env;
  }

  optional(name: string): string | null {
    this.names.add(name);
    const value = this.env[name]?.trim();
    return value ? value : null;
  }

  text(name: string, fallback: string): string {
    return this.optional(name) ?? fallback;
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const value = this.number(name, fallback, least, most);
    if (!Number.isInteger(value)) {
      this.refuse(name, `must be a whole number, not ${value}`);
      return fallback;
    }
    return value;
  }

  number(name: string, fallback: number, least: number, most: number): number {
    const raw = this.optional(name);
    if (raw === null) return fallback;
    const value = Number(raw);
    if (!Number.isFinite(value)) return this.refuse(name, `must be a number, not "${raw}"`, fallback);
    if (value < least || value > most) {
      return this.refuse(name, `must lie between ${least} and ${most}, not ${raw}`, fallback);
    }
    return value;
  }

  boolean(name: string, fallback: boolean): boolean {
    const raw = this.optional(name);
    if (raw === null) return fallback;
    if (/^(true|1|yes|on)$/i.test(raw)) return true;
    if (/^(false|0|no|off)$/i.test(raw)) return false;
    return this.refuse(name, `must be true or false, not "${raw}"`, fallback);
  }

  choice<const T extends readonly string[]>(name: string, choices: T, fallback: T[number]): T[number] {
    const raw = this.optional(name);
    if (raw === null) return fallback;
    const match = choices.find((choice) => choice === raw);
    return match ?? this.refuse(name, `must be one of ${choices.join(', ')}, not "${raw}"`, fallback);
  }

  list(name: string): string[] {
    return (this.optional(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  url(name: string, fallback: string): string;
  url(name: string, fallback: null): string | null;
  url(name: string, fallback: string | null): string | null {
    const raw = this.optional(name);
    if (raw === null) return fallback;
    const valid = URL.canParse(raw) && /^https?:$/.test(new URL(raw).protocol);
    if (!valid) {
      this.refuse(name, `must be an http or https address such as https://example.org, not "${raw}"`);
      return fallback;
    }
    return raw.replace(/\/+$/, '');
  }

  /** The address of a server that speaks another protocol than HTTP, with one of these schemes. */
  address(name: string, schemes: readonly string[], example: string): string | null {
    const raw = this.optional(name);
    if (raw === null) return null;
    const valid = URL.canParse(raw) && schemes.includes(new URL(raw).protocol.slice(0, -1)) && new URL(raw).hostname;
    // The value may hold a password: it is not repeated.
    return valid ? raw : this.refuse(name, `must be an address such as ${example}`, null);
  }

  /** Records a problem; returns the fallback so that reading goes on and finds the others as well. */
  refuse<T>(name: string, message: string, fallback?: T): T;
  refuse(name: string, message: string): undefined;
  refuse(name: string, message: string, fallback?: unknown): unknown {
    this.issues.push({ path: name, message });
    return fallback;
  }
}
