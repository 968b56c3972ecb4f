/** A browser's storage, as far as it is used. */
export function storageOf(entries: Record<string, string>): () => Storage {
  const map = new Map(Object.entries(entries));
  const storage = {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
  // Only these three are ever called.
  return () => storage as unknown as Storage;
}
