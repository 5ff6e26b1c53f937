import { z } from 'zod';

const MB = 1024 * 1024;

function whole(min: number, max: number): z.ZodNumber {
  const words = `must be a whole number from ${min} to ${max}`;
  return z.int({ error: words }).min(min, words).max(max, words);
}

function room<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'invalid_type' ? 'must be a list of settings' : undefined),
  });
}

const WORKERS_WORDS = 'must be auto or a whole number from 1 to 64';

/** What `config/default.yaml` and a file of one's own hold together. */
export const settingsSchema = room({
  engine: room({
    workers: z
      .union([z.literal('auto'), z.int().min(1, WORKERS_WORDS).max(64, WORKERS_WORDS)], {
        error: WORKERS_WORDS,
      })
      .transform((workers) => (workers === 'auto' ? undefined : workers)),
    readingDeadlineMs: whole(1, 600_000),
    maxWaiting: whole(1, 100_000),
    idleMs: whole(0, 3_600_000),
  }),
  fetch: room({
    connectMs: whole(1, 600_000),
    totalMs: whole(1, 600_000),
    maxBytes: whole(1, 100 * MB),
    maxRedirects: whole(0, 20),
  }),
  files: room({ maxBytes: whole(1, 100 * MB), maxPdfBytes: whole(1, 100 * MB) }),
  batch: room({ maxLineBytes: whole(1, 256 * MB) }),
});

export type Settings = z.output<typeof settingsSchema>;
