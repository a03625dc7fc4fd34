/** The module of a thread that stands beside its caller: as source where the caller is run from its source, else built. */
export function threadEntry(callersUrl: string, name: string): URL {
  return new URL(`./${name}.${callersUrl.endsWith('.ts') ? 'ts' : 'js'}`, callersUrl);
}
