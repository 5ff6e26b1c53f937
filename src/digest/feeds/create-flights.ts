/** Work that several want at once and that is done once. */
export interface Flights<T> {
  /**
   * What the work under that key becomes: the one that is under way, or a new one. Rejects with the signal's reason
   * when that comes first; the work is aborted once nobody wants it any more.
   */
  join(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

interface Flight<T> {
  readonly controller: AbortController;
  readonly work: Promise<T>;
  wanting: number;
}

export function createFlights<T>(): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  function begin(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const work = start(controller.signal);
    const flight = { controller, work, wanting: 0 };
    flights.set(key, flight);
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    // Whoever wants it hears of its failure; this only clears up.
    work.then(land, land);
    return flight;
  }

  return {
    async join(key, signal, start) {
      signal.throwIfAborted();
      const flight = flights.get(key) ?? begin(key, start);
      flight.wanting += 1;
      const { promise: left, reject } = Promise.withResolvers<never>();
      const leave = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', leave, { once: true });
      try {
        return await Promise.race([flight.work, left]);
      } finally {
        signal.removeEventListener('abort', leave);
        flight.wanting -= 1;
        if (flight.wanting === 0) {
          // Whoever comes now begins anew; after its end aborting does nothing.
          if (flights.get(key) === flight) flights.delete(key);
          flight.controller.abort();
        }
      }
    },
  };
}
