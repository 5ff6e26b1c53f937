/** Digests: plans, drafts of them, runs, deliveries, what was posted where, what makers were told. */
export const digestTables: readonly string[] = [
  `create table digest_plans (
    id text primary key,
    platform text not null,
    place text not null,
    channel text not null,
    origin text not null,
    name_key text not null,
    revision integer not null,
    body text not null,
    next_slot_ms bigint,
    unique (platform, place, name_key)
  )`,
  `create index digest_plans_by_slot on digest_plans (next_slot_ms)`,
  `create table digest_drafts (
    key text primary key,
    intent text not null,
    platform text not null,
    place text not null,
    person text not null,
    body text not null,
    until_ms bigint not null
  )`,
  `create table digest_runs (
    id text primary key,
    plan_id text not null,
    platform text not null,
    place text not null,
    channel text not null,
    slot_ms bigint not null,
    kind text not null,
    status text not null,
    plan text not null,
    holder text,
    held_until_ms bigint not null,
    report text,
    ended_at_ms bigint,
    unique (plan_id, slot_ms, kind)
  )`,
  `create index digest_runs_by_status on digest_runs (status, held_until_ms)`,
  `create index digest_runs_by_end on digest_runs (ended_at_ms)`,
  `create table digest_deliveries (
    key text primary key,
    run_id text not null,
    position integer not null,
    status text not null,
    post text not null,
    destination text,
    about text not null,
    message text,
    unique (run_id, position)
  )`,
  `create table digest_posted (
    run_id text not null,
    position integer not null,
    platform text not null,
    place text not null,
    channel text not null,
    body text not null,
    at_ms bigint not null,
    primary key (run_id, position)
  )`,
  `create index digest_posted_by_channel on digest_posted (platform, channel, at_ms)`,
  `create table digest_tellings (
    plan_id text not null,
    what text not null,
    key text not null,
    is_told integer not null,
    at_ms bigint not null,
    primary key (plan_id, what)
  )`,
];
