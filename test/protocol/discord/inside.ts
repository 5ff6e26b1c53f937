import type { FileHost } from './file-host.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Clock } from './world/clock.ts';
import type { ServerLog } from './server-log.ts';
import type { World } from './world/world.ts';

export interface Settings {
  readonly token: string;
  readonly applicationId: string;
  readonly botUserId: string;
  /** The privileged intent as granted in the portal. */
  readonly messageContent: boolean;
  /** 0 server, 1 user. */
  readonly installTypes: readonly (0 | 1)[];
}

/** What the parts of the server share. */
export interface Inside {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly world: World;
  readonly files: FileHost;
  readonly gateway: Gateway;
  readonly log: ServerLog;
}
