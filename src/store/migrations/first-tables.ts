/** Requests, articles and the links to them, answers. */
export const firstTables: readonly string[] = [
  `create table requests (
    key text primary key,
    platform text not null,
    event_id text not null,
    person text not null,
    channel text not null,
    place text not null,
    kind text not null,
    status text not null,
    is_sending integer not null,
    message text,
    body text,
    at_ms bigint not null,
    unique (platform, event_id)
  )`,
  `create index requests_by_status on requests (status, at_ms)`,
  `create index requests_by_person on requests (platform, person, at_ms)`,
  `create index requests_by_place on requests (platform, place, at_ms)`,
  `create index requests_by_channel on requests (platform, channel)`,
  `create table articles (
    id text primary key,
    body text not null,
    read_at_ms bigint not null,
    until_ms bigint not null
  )`,
  `create index articles_by_end on articles (until_ms)`,
  `create table links (
    link text primary key,
    article_id text not null,
    at_ms bigint not null
  )`,
  `create index links_by_article on links (article_id)`,
  `create table answers (
    key text primary key,
    platform text not null,
    person text not null,
    channel text not null,
    place text not null,
    message_id text,
    message text,
    articles text not null,
    length text not null,
    max_quotes integer,
    at_ms bigint not null,
    until_ms bigint not null
  )`,
  `create index answers_by_message on answers (platform, message_id)`,
  `create index answers_by_person on answers (platform, person)`,
  `create index answers_by_place on answers (platform, place)`,
  `create index answers_by_channel on answers (platform, channel)`,
  `create index answers_by_end on answers (until_ms)`,
  `create table answer_articles (
    answer_key text not null,
    article_id text not null,
    primary key (answer_key, article_id)
  )`,
  `create index answer_articles_by_article on answer_articles (article_id)`,
];
