import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';

/** A database of this browser; `null` where it forbids one, which some do by an error at once and some by one later. */
export async function openIfAllowed<Kept extends DBSchema>(
  name: string,
  version: number,
  callbacks: OpenDBCallbacks<Kept>,
): Promise<IDBPDatabase<Kept> | null> {
  try {
    return await openDB<Kept>(name, version, callbacks);
  } catch {
    return null;
  }
}
