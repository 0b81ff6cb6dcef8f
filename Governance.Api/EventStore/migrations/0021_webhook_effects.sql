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
