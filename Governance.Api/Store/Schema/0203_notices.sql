-- Who is told what of meetings by mail: a table, written at each attempt and alone.
create table gov_notices (
  tenant_id text        not null,
  position  bigint      not null,
  person    uuid        not null,
  state     text        not null check (state in ('waiting', 'sent', 'refused', 'unreachable', 'given-up')),
  attempts  int         not null,
  at        timestamptz not null,
  fault     text        null,
  primary key (tenant_id, position, person)
);

comment on column gov_notices.tenant_id is 'internal: the cluster';
comment on column gov_notices.position  is 'internal: of the act that is told of';
comment on column gov_notices.person    is 'private: who is told';
comment on column gov_notices.state     is 'private';
comment on column gov_notices.attempts  is 'private';
comment on column gov_notices.at        is 'private: when it was tried last';
comment on column gov_notices.fault     is 'private: the status that the server answered, never its words';
