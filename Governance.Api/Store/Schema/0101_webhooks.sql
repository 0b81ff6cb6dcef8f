-- Who is told of what is registered, and how far they have been told.
create table gov_webhooks (
  id              uuid        primary key,
  cluster         text        not null,
  register        uuid        not null,
  url             text        not null,
  description     text        null,
  types           text[]      not null,
  audience        text        not null,
  lang            text        not null,
  state           text        not null,
  secret          bytea       not null,
  previous_secret bytea       null,
  previous_until  timestamptz null,
  position        bigint      not null,
  revision        int         not null default 1,
  attempts        int         not null default 0,
  refusals        int         not null default 0,
  failing_since   timestamptz null,
  fault           text        null,
  status          int         null,
  due_at          timestamptz not null default clock_timestamp(),
  lease           bigint      not null default 0,
  leased_until    timestamptz not null default '-infinity',
  sent            bigint      not null default 0,
  created_at      timestamptz not null default clock_timestamp(),
  created_by      text        not null
);
create index gov_webhooks_cluster on gov_webhooks (cluster);

comment on column gov_webhooks.register       is 'the cluster''s register in mt_streams';
comment on column gov_webhooks.types          is 'the registrations it is told of; none named is all';
comment on column gov_webhooks.audience       is 'public or reader: a reader is told of what is internal too';
comment on column gov_webhooks.state          is 'active; paused by an admin; stopped by us, when the subscriber is gone or has failed for too long';
comment on column gov_webhooks.secret         is 'signs what is sent; shown once, when it is made';
comment on column gov_webhooks.position       is 'the last act of the register that it has been told of, or that was passed over';
comment on column gov_webhooks.revision       is 'how often an admin has changed it; a turn begun before goes no further';
comment on column gov_webhooks.attempts       is 'how often what comes next has been tried in vain';
comment on column gov_webhooks.refusals       is 'how often the subscriber has refused what comes next as such';
comment on column gov_webhooks.fault          is 'why the last attempt was in vain';
comment on column gov_webhooks.due_at         is 'not to be tried before';
comment on column gov_webhooks.lease          is 'whose turn it is: each turn has a greater number than the one before, and writes only under its own';
comment on column gov_webhooks.sent           is 'how many attempts have been made in all';

-- The latest hundred attempts of each.
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

-- What a subscriber refused every time, and was passed over so that the rest could go on.
create table gov_webhook_dead_letters (
  webhook  uuid        not null references gov_webhooks on delete cascade,
  position bigint      not null,
  at       timestamptz not null default clock_timestamp(),
  attempts int         not null,
  status   int         null,
  fault    text        not null,
  primary key (webhook, position)
);
-- Subscribers are told also of what was recorded beforehand, on the day it takes effect.
alter table gov_webhooks
  add column took     text        not null default to_char(current_date, 'YYYY-MM-DD'),
  add column looks_at timestamptz not null default clock_timestamp();
alter table gov_webhooks alter column took drop default;

comment on column gov_webhooks.took     is 'how far it has been told of what takes effect';
comment on column gov_webhooks.looks_at is 'when to look for what takes effect next: the next midnight where the cluster is, once all is told';

alter table gov_webhook_dead_letters
  add column number  bigint null,
  add column message text   null,
  add column effect  text   null;
update gov_webhook_dead_letters set number = position, message = 'msg_' || replace(webhook::text, '-', '') || '_' || position;
alter table gov_webhook_dead_letters
  drop constraint gov_webhook_dead_letters_pkey,
  alter column position drop not null,
  alter column number set not null,
  alter column message set not null,
  add primary key (webhook, message);

comment on column gov_webhook_dead_letters.number   is 'of the last attempt';
comment on column gov_webhook_dead_letters.position is 'of the registration';
comment on column gov_webhook_dead_letters.effect   is 'the key of what took effect';
