export interface InOrderOptions<In, Out> {
  readonly work: (item: In) => Promise<Out>;
  /** How many items are taken and not yet given back. */
  readonly maxAtOnce: number;
  /** Together with `maxWeight`: no further item is taken while those at work weigh this much. */
  readonly weigh: (item: In) => number;
  readonly maxWeight: number;
}

interface Running<Out> {
  readonly result: Promise<Out>;
  readonly weight: number;
}

/** Works on several items at once and gives the results in the items' order, each as soon as those before it are given. */
export async function* mapInOrder<In, Out>(
  items: AsyncIterable<In>,
  { work, maxAtOnce, weigh, maxWeight }: InOrderOptions<In, Out>,
): AsyncGenerator<Out> {
  const iterator = items[Symbol.asyncIterator]();
  const running: Running<Out>[] = [];
  let weight = 0;
  let next: Promise<IteratorResult<In>> | undefined = iterator.next();
  let isAtEnd = false;
  while (!isAtEnd || running.length > 0) {
    if (!isAtEnd && running.length < maxAtOnce && weight < maxWeight) next ??= iterator.next();
    const [head] = running;
    const first = await whicheverFirst(head, next);
    if (first.kind === 'result') {
      running.shift();
      weight -= first.weight;
      yield first.result;
      continue;
    }
    next = undefined;
    if (first.item.done === true) {
      isAtEnd = true;
      continue;
    }
    const item = first.item.value;
    const result = work(item);
    // Looked at in its turn; until then a rejection is nobody's.
    result.catch(() => undefined);
    running.push({ result, weight: weigh(item) });
    weight += weigh(item);
  }
}

type First<In, Out> =
  | { readonly kind: 'result'; readonly result: Out; readonly weight: number }
  | { readonly kind: 'item'; readonly item: IteratorResult<In> };

function whicheverFirst<In, Out>(
  head: Running<Out> | undefined,
  next: Promise<IteratorResult<In>> | undefined,
): Promise<First<In, Out>> {
  const rivals: Promise<First<In, Out>>[] = [];
  if (head !== undefined) {
    const { weight } = head;
    rivals.push(head.result.then((result) => ({ kind: 'result', result, weight })));
  }
  if (next !== undefined) rivals.push(next.then((item) => ({ kind: 'item', item })));
  return Promise.race(rivals);
}
