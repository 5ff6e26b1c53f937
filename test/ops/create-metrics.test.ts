import { describe, expect, it } from '@jest/globals';
import { register } from 'prom-client';
import { createMetrics } from '../../src/ops/create-metrics.ts';

const request = { platform: 'discord', kind: 'summarize' };

describe('createMetrics', () => {
  it('counts requests by what was said at once and by how they ended', async () => {
    const metrics = createMetrics();
    metrics.accepted(request, 'accepted');
    metrics.accepted(request, 'accepted');
    metrics.accepted(request, 'repeated');
    metrics.ended(request, { outcome: 'answered', tookMs: 1200 });
    const { text } = await metrics.render();
    const labels = 'platform="discord",kind="summarize"';
    expect(text).toContain(`nutgraf_requests_taken_total{${labels},status="accepted"} 2\n`);
    expect(text).toContain(`nutgraf_requests_taken_total{${labels},status="repeated"} 1\n`);
    expect(text).toContain(`nutgraf_requests_total{${labels},outcome="answered"} 1\n`);
    expect(text).toContain(`nutgraf_work_seconds_sum{${labels}} 1.2\n`);
  });

  it('tells how long platforms waited, in seconds', async () => {
    const metrics = createMetrics();
    metrics.acknowledged(request, 40);
    metrics.acknowledged(request, 700);
    const { text } = await metrics.render();
    const bucket = (le: string, count: number): string =>
      `nutgraf_acknowledgement_seconds_bucket{le="${le}",platform="discord",kind="summarize"} ${count}\n`;
    expect(text).toContain(bucket('0.05', 1));
    expect(text).toContain(bucket('1', 2));
    expect(text).toContain('nutgraf_acknowledgement_seconds_sum');
  });

  it('tells the queue as it is now', async () => {
    const metrics = createMetrics();
    metrics.queue({ waiting: 9, running: 4 });
    metrics.queue({ waiting: 3, running: 2 });
    const { text } = await metrics.render();
    expect(text).toContain('nutgraf_queue_waiting 3\n');
    expect(text).toContain('nutgraf_queue_running 2\n');
  });

  it('tells about the process too', async () => {
    const { text, mediaType } = await createMetrics().render();
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/mu);
    expect(mediaType).toContain('text/plain');
  });

  it('shares nothing with another in the same process', async () => {
    createMetrics().accepted(request, 'accepted');
    const { text } = await createMetrics().render();
    expect(text).not.toContain('status="accepted"');
    expect(register.getMetricsAsArray()).toEqual([]);
  });
});
