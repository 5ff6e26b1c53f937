import type { Check } from '../ports/chat-platform.ts';
import type { Store } from '../ports/store.ts';

export interface DatabaseCheck {
  /** Where it is, as people see it named. */
  readonly path: string;
  readonly open: () => Promise<Pick<Store, 'check' | 'close'>>;
}

/** Whether the database can be opened and written to. */
export async function checkDatabase({ path, open }: DatabaseCheck): Promise<Check> {
  const what = 'database';
  try {
    const store = await open();
    try {
      await store.check();
    } finally {
      await store.close();
    }
    return { what, outcome: { status: 'good', detail: path } };
  } catch (error) {
    // Whatever it is, it is told: that is what was asked for.
    return {
      what,
      outcome: {
        status: 'bad',
        mend: mendOf(error, path),
        without: 'the bot: it has nowhere to write down what was asked',
      },
    };
  }
}

/** The store's own errors are sentences that say what to do; the database's are words for whoever knows it. */
function mendOf(error: unknown, path: string): string {
  const reason = error instanceof Error ? error.message : String(error);
  return error instanceof Error && error.name === 'StoreError'
    ? reason
    : `see that ${path} and its folder can be written to, or name another file in DATABASE_URL (${reason})`;
}
