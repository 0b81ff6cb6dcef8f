-- How far each subscriber has been told of what is registered: a table, since every attempt writes it, under its own lock and lease. What an admin has set, and the secrets, are a document.
create table gov_webhooks (
  id             uuid        primary key references mt_doc_webhooksettings on delete cascade,
  cluster        text        not null,
  register       uuid        not null,
  state          text        not null,
  previous_until timestamptz null,
  position       bigint      not null,
  took           text        not null,
  revision       int         not null default 1,
  attempts       int         not null default 0,
  refusals       int         not null default 0,
  failing_since  timestamptz null,
  fault          text        null,
  status         int         null,
  due_at         timestamptz not null default clock_timestamp(),
  looks_at       timestamptz not null default clock_timestamp(),
  lease          bigint      not null default 0,
  leased_until   timestamptz not null default '-infinity',
  sent           bigint      not null default 0
);
create index gov_webhooks_cluster on gov_webhooks (cluster);

comment on column gov_webhooks.register       is 'the cluster''s register in mt_streams';
comment on column gov_webhooks.state          is 'active; paused by an admin; stopped by us, when the subscriber is gone or has failed for too long';
comment on column gov_webhooks.previous_until is 'how long the secret before signs too';
comment on column gov_webhooks.position       is 'the last act of the register that it has been told of, or that was passed over';
comment on column gov_webhooks.took           is 'how far it has been told of what takes effect';
comment on column gov_webhooks.revision       is 'how often an admin has changed it; a turn begun before goes no further';
comment on column gov_webhooks.attempts       is 'how often what comes next has been tried in vain';
comment on column gov_webhooks.refusals       is 'how often the subscriber has refused what comes next as such';
comment on column gov_webhooks.fault          is 'why the last attempt was in vain';
comment on column gov_webhooks.due_at         is 'not to be tried before';
comment on column gov_webhooks.looks_at       is 'when to look for what takes effect next: the next midnight where the cluster is, once all is told';
comment on column gov_webhooks.lease          is 'whose turn it is: each turn has a greater number than the one before, and writes only under its own';
comment on column gov_webhooks.sent           is 'how many attempts have been made in all';

-- The latest hundred attempts of each: a ring.
create table gov_webhook_attempts (
  webhook      uuid        not null references gov_webhooks on delete cascade,
  slot         int         not null,
  number       bigint      not null,
  message      text        not null,
  position     bigint      null,
  at           timestamptz not null default clock_timestamp(),
  milliseconds int         not null,
  status       int         null,
  fault        text        null,
  primary key (webhook, slot)
);

-- What a subscriber refused every time, and was passed over so that the rest could go on: laid aside by the statement that settles the attempt.
create table gov_webhook_dead_letters (
  webhook  uuid        not null references gov_webhooks on delete cascade,
  number   bigint      not null,
  message  text        not null,
  position bigint      null,
  effect   text        null,
  at       timestamptz not null default clock_timestamp(),
  attempts int         not null,
  status   int         null,
  fault    text        not null,
  primary key (webhook, message)
);
comment on column gov_webhook_dead_letters.number   is 'of the last attempt';
comment on column gov_webhook_dead_letters.position is 'of the registration';
comment on column gov_webhook_dead_letters.effect   is 'the key of what took effect';
