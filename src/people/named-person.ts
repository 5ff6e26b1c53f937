import type { NameRun } from './name-run.ts';
import type { Mention } from './person.ts';

/** A name's place and how it names its person. */
export interface LinkedRun {
  readonly run: NameRun;
  readonly form: Mention['form'];
}

/** The places that name one person. */
export interface NamedPerson {
  /** The fullest run: what the person is called. */
  readonly fullest: NameRun;
  readonly linked: readonly LinkedRun[];
  /** The run that lends its surname where the article gives the given name alone. */
  readonly lent?: NameRun;
}
