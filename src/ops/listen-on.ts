import type { Server } from 'node:http';

export interface ListeningPlace {
  /** All addresses of the machine where it is not said. */
  readonly host?: string;
  /** Tried in their order until one is free; 0 leaves the choice to the system. */
  readonly ports: readonly number[];
}

/** None of the ports can be listened to; its message is a sentence for whoever set them. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** @throws ListenError where none of the ports can be listened to */
export async function listenOn(server: Server, { host, ports }: ListeningPlace): Promise<void> {
  for (const [index, port] of ports.entries()) {
    try {
      await listen(server, { port, ...(host === undefined ? {} : { host }) });
      return;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && index < ports.length - 1) continue;
      const reason = code === 'EADDRINUSE' ? 'another program has it' : (code ?? message);
      throw new ListenError(`port ${port} cannot be listened to: ${reason}`, { cause: error });
    }
  }
}

function listen(
  server: Server,
  place: { readonly port: number; readonly host?: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(place, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
