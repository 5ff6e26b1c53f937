/** Feeds between two readings; `used_at_ms` is when somebody wanted one last. */
export const feedTable: readonly string[] = [
  `create table feeds (
    address text primary key,
    body text not null,
    used_at_ms bigint not null
  )`,
  `create index feeds_by_use on feeds (used_at_ms)`,
];
