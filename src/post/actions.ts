/** What can be done with a post, by its buttons. */
export const ACTIONS = [
  'shorter',
  'longer',
  'quotes',
  'sources',
  'delete',
  /** Of a digest that is not yet one: so be it, another form of it, no. */
  'confirm',
  'change',
  'discard',
] as const;

export type Action = (typeof ACTIONS)[number];
