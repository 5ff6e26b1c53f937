import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a request is counted by. */
export interface Counted {
  readonly platform: string;
  readonly kind: string;
}

/** Counts for Prometheus. All names and labels are ours; nothing of what people write becomes a label. */
export interface Metrics {
  /** A request was taken, had been taken before, or was answered at once. */
  accepted(request: Counted, status: string): void;
  /** How long a platform waited until its event was taken. */
  acknowledged(request: Counted, tookMs: number): void;
  /** A request has ended, so long after its work began. */
  ended(request: Counted, ended: { readonly outcome: string; readonly tookMs: number }): void;
  queue(sizes: { readonly waiting: number; readonly running: number }): void;
  /** All of them, as Prometheus reads them. */
  render(): Promise<RenderedMetrics>;
}

export interface RenderedMetrics {
  readonly mediaType: string;
  readonly text: string;
}

/** Discord and Slack take 3 s at most; we aim at 1 s. */
const ACKNOWLEDGED_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];
const WORKED_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
/** The library's own is 10; half as many wake-ups while nothing is to be done. */
const EVENT_LOOP_SAMPLE_MS = 20;

/** Metrics with a registry of their own, so that two bots in one process do not meet. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: EVENT_LOOP_SAMPLE_MS });
  const { taken, ended, acknowledged, worked } = requestMetrics([registry]);
  const { waiting, running } = queueMetrics([registry]);
  return {
    accepted: ({ platform, kind }, status) => taken.inc({ platform, kind, status }),
    acknowledged: ({ platform, kind }, tookMs) =>
      acknowledged.observe({ platform, kind }, tookMs / 1000),
    ended({ platform, kind }, { outcome, tookMs }) {
      ended.inc({ platform, kind, outcome });
      worked.observe({ platform, kind }, tookMs / 1000);
    },
    queue(sizes) {
      waiting.set(sizes.waiting);
      running.set(sizes.running);
    },
    render: async () => ({ mediaType: registry.contentType, text: await registry.metrics() }),
  };
}

function requestMetrics(registers: Registry[]) {
  return {
    taken: new Counter({
      name: 'nutgraf_requests_taken_total',
      help: 'Requests that came in, by what was said to them at once',
      labelNames: ['platform', 'kind', 'status'],
      registers,
    }),
    ended: new Counter({
      name: 'nutgraf_requests_total',
      help: 'Requests that have ended, by how they ended',
      labelNames: ['platform', 'kind', 'outcome'],
      registers,
    }),
    acknowledged: new Histogram({
      name: 'nutgraf_acknowledgement_seconds',
      help: 'From an event of a platform until it was taken',
      labelNames: ['platform', 'kind'],
      buckets: ACKNOWLEDGED_BUCKETS,
      registers,
    }),
    worked: new Histogram({
      name: 'nutgraf_work_seconds',
      help: 'From the beginning of the work on a request until it has ended',
      labelNames: ['platform', 'kind'],
      buckets: WORKED_BUCKETS,
      registers,
    }),
  };
}

function queueMetrics(registers: Registry[]) {
  return {
    waiting: new Gauge({
      name: 'nutgraf_queue_waiting',
      help: 'Requests that wait for their turn',
      registers,
    }),
    running: new Gauge({
      name: 'nutgraf_queue_running',
      help: 'Requests that are worked on',
      registers,
    }),
  };
}
