/** Names of fields whose values never reach a log, whatever they hold: secrets, and what was said in a lesson. */
const hiddenNames =
  /pass(word|code)|secret|token|authorization|api[-_]?key|^(supabase|openai|assemblyai|speech|encryption)key$|cookie|signature|credential|transcript$|^(cues|utterances|text|body|answer|quote|source_quote)$/i;

/** Secrets by their form, wherever in a text they stand. */
const secretForms: readonly [RegExp, string][] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 [hidden]'],
  [/\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g, '[hidden]'],
  [/\b(sk|sb_secret|sb_publishable|xox[abp])[-_][\w-]{8,}/g, '[hidden]'],
  [/([?&](?:access_token|token|key|apikey|signature|code|refresh_token)=)[^&\s"]+/gi, '$1[hidden]'],
  [/(\w+:\/\/[^\s:/@]*:)[^\s@/]+@/g, '$1[hidden]@'],
];

const longestText = 2000;
const deepest = 6;

/** A copy of a value that is safe to log: secrets by name or by form are hidden, long texts are cut, errors become plain. */
export function redact(value: unknown, secrets: readonly string[] = [], depth = 0): unknown {
  if (typeof value === 'string') return redactText(value, secrets);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  if (depth > deepest) return '[deeper]';
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `[${value.length} bytes]`;
  if (Array.isArray(value)) return value.slice(0, 50).map((part) => redact(part, secrets, depth + 1));
  const entries = Object.entries(value instanceof Error ? describeError(value) : value);
  return Object.fromEntries(
    entries.map(([name, part]) => [
      name,
      hiddenNames.test(name) && part !== null && part !== undefined && typeof part !== 'number'
        ? '[hidden]'
        : redact(part, secrets, depth + 1),
    ]),
  );
}

/** Hides secrets by value and by form inside one text. */
export function redactText(text: string, secrets: readonly string[] = []): string {
  let clean = text.length > longestText ? `${text.slice(0, longestText)}… (${text.length} characters)` : text;
  for (const secret of secrets) clean = clean.replaceAll(secret, '[hidden]');
  for (const [form, shown] of secretForms) clean = clean.replace(form, shown);
  return clean;
}

/** What an error says of itself, its cause included; its own extra fields (requests, responses) are left behind. */
function describeError(error: Error): Record<string, unknown> {
  const code = 'code' in error ? error.code : undefined;
  return { name: error.name, message: error.message, code, stack: error.stack, cause: error.cause };
}
