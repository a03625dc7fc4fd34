/** The beginning of a name, at most so many UTF-16 units, and never half a character: PostgreSQL refuses those. */
export function cutName(name: string, most: number): string {
  const cut = name.slice(0, most);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
