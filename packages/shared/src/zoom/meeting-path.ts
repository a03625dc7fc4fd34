/**
 * A recording's uuid as a part of a path. Zoom's routing undoes one encoding before it looks for slashes, so that a
 * uuid that begins with `/` or holds `//` must be encoded twice.
 */
export function encodeUuid(uuid: string): string {
  const once = encodeURIComponent(uuid);
  return uuid.startsWith('/') || uuid.includes('//') ? encodeURIComponent(once) : once;
}
