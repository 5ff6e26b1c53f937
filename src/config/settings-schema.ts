import { z } from 'zod';
import { room, whole } from './setting-kinds.ts';

const MB = 1024 * 1024;

const WORKERS_WORDS = 'must be auto or a whole number from 1 to 64';

/** What everybody needs of what `config/default.yaml` and a file of one's own hold together. */
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
  // Whoever only reads is not kept from it by how the bot is set up: `habits-schema.ts`, `digests-schema.ts`.
  bot: z.unknown(),
  digests: z.unknown(),
});

export type Settings = z.output<typeof settingsSchema>;
