-- The log: Marten's own tables with conjoined tenancy and all metadata columns. tenant_id is the cluster's id.
create table mt_streams (
  tenant_id   varchar                  not null default '*DEFAULT*',
  id          uuid                     not null,
  type        varchar                  null,
  version     bigint                   null,
  timestamp   timestamp with time zone not null default now(),
  created     timestamp with time zone not null default now(),
  is_archived boolean                  null default false,
  constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);

create sequence mt_events_sequence;

create table mt_events (
  seq_id         bigint                   not null,
  id             uuid                     not null,
  stream_id      uuid                     null,
  version        bigint                   not null,
  data           jsonb                    not null,
  bdata          bytea                    null,
  type           varchar(500)             not null,
  timestamp      timestamp with time zone not null default now(),
  tenant_id      varchar                  null default '*DEFAULT*',
  mt_dotnet_type varchar                  null,
  correlation_id varchar                  null,
  causation_id   varchar                  null,
  headers        jsonb                    null,
  user_name      varchar                  null,
  is_archived    boolean                  null default false,
  constraint pkey_mt_events_seq_id primary key (seq_id),
  constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references mt_streams (tenant_id, id)
);

create unique index pk_mt_events_stream_and_version on mt_events using btree (tenant_id, stream_id, version);
alter sequence mt_events_sequence owned by mt_events.seq_id;

create table mt_event_progression (
  name         varchar                  not null,
  last_seq_id  bigint                   null,
  last_updated timestamp with time zone null default transaction_timestamp(),
  constraint pk_mt_event_progression primary key (name)
);

-- A request that was recorded under a key, told by its hash: enough to answer a repeat, never the answer itself.
create table gov_idempotency (
  tenant_id    text        not null,
  key          text        not null,
  request_hash bytea       not null,
  position     bigint      not null,
  recorded_at  timestamptz not null,
  primary key (tenant_id, key)
);
