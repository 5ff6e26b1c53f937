/**
 * A pure function that remembers its latest answers, at most so many. For what is dear to work out and asked again by
 * plan after plan; forgetting changes nothing but the time it takes.
 */
export function boundedMemo<T>(maxEntries: number, make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (known.has(key)) return known.get(key) as T;
    const made = make(key);
    const oldest = known.keys().next();
    if (known.size >= maxEntries && oldest.done !== true) known.delete(oldest.value);
    known.set(key, made);
    return made;
  };
}
