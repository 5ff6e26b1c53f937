import type { Server } from 'node:http';

/** Takes no more; resolves when the last is answered, or was cut off after so long. */
export async function closeServer(server: Server, cutOffMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), cutOffMs);
  try {
    await new Promise<void>((resolve) => {
      // An error only says that it was closed before.
      server.close(() => resolve());
    });
  } finally {
    clearTimeout(timer);
  }
}
