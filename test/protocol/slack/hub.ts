import type { AppEvents } from './app-events.ts';
import type { Faults } from './faults.ts';
import type { Ids } from './ids.ts';
import type { Records } from './records.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Settings } from './slack-options.ts';
import type { TestClock } from './test-clock.ts';
import type { Triggers } from './triggers.ts';
import type { World } from './world.ts';

/** What every part of the server shares. */
export interface Hub {
  readonly settings: Settings;
  readonly clock: TestClock;
  readonly ids: Ids;
  readonly world: World;
  readonly records: Records;
  readonly faults: Faults;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly events: AppEvents;
  /** `http://127.0.0.1:port` of the API. */
  origin(): string;
  /** `http://127.0.0.1:port` of the files. */
  filesOrigin(): string;
  /** Tells everybody who waits that something has happened. */
  changed(): void;
}
