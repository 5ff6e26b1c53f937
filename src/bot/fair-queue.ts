/** Something to do for somebody somewhere. */
export interface Job {
  readonly person: string;
  readonly place: string;
  /** Does not reject. */
  readonly run: () => Promise<void>;
}

export interface QueueLimits {
  /** How many run at once. */
  readonly running: number;
  /** How many may wait, in all and of one person. */
  readonly waiting: number;
  readonly waitingPerPerson: number;
}

/**
 * A bounded queue that takes turns: first between places, within a place between people, so that nobody's pile of
 * requests makes others wait for all of it.
 */
export class FairQueue {
  readonly #limits: QueueLimits;
  /** Places in the order of their turns, people of a place in theirs, jobs of a person in the order they came. */
  readonly #places = new Map<string, Map<string, Job[]>>();
  #waiting = 0;
  #running = 0;
  #isPaused = false;
  #idle: (() => void)[] = [];

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  get waiting(): number {
    return this.#waiting;
  }

  get running(): number {
    return this.#running;
  }

  /** Whether there is room for one more of this person's. */
  hasRoom({ person, place }: Pick<Job, 'person' | 'place'>): boolean {
    const own = this.#places.get(place)?.get(person)?.length ?? 0;
    return this.#waiting < this.#limits.waiting && own < this.#limits.waitingPerPerson;
  }

  /** Takes a job whether there is room or not: whoever adds asks `hasRoom` first, unless it was promised before. */
  add(job: Job): void {
    const people = this.#places.get(job.place) ?? new Map<string, Job[]>();
    this.#places.set(job.place, people);
    const own = people.get(job.person) ?? [];
    people.set(job.person, own);
    own.push(job);
    this.#waiting += 1;
    this.#next();
  }

  /** Starts nothing more; resolves when what runs has ended. What waits stays where it is written down. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    if (this.#running === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #next(): void {
    while (!this.#isPaused && this.#running < this.#limits.running) {
      const job = this.#take();
      if (job === undefined) return;
      this.#running += 1;
      void job.run().finally(() => {
        this.#running -= 1;
        this.#next();
        if (this.#running === 0) for (const resolve of this.#idle.splice(0)) resolve();
      });
    }
  }

  /** The next job in turn; its place and its person go to the end of theirs. */
  #take(): Job | undefined {
    const [turn] = this.#places;
    if (turn === undefined) return undefined;
    const [place, people] = turn;
    this.#places.delete(place);
    const [own] = people;
    if (own === undefined) return this.#take();
    const [person, jobs] = own;
    people.delete(person);
    const job = jobs.shift();
    if (jobs.length > 0) people.set(person, jobs);
    if (people.size > 0) this.#places.set(place, people);
    this.#waiting -= 1;
    return job;
  }
}
