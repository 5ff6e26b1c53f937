/** Remembers the last thousand ids, so that an event that Discord delivers again is not answered again. */
export function createSeen(maxIds = 1000): { readonly add: (id: string) => boolean } {
  const ids = new Set<string>();
  return {
    /** Whether it is new. */
    add(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      for (const oldest of ids) {
        if (ids.size <= maxIds) break;
        ids.delete(oldest);
      }
      return true;
    },
  };
}
