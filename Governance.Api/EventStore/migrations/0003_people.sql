-- People, kept outside the log so that one can be erased. A row is written only by the act that concerns it.
create table gov_people (
  tenant_id        text        not null,
  id               uuid        not null,
  name             text        not null,
  unlisted         boolean     not null default false,
  email            text        null,
  phone            text        null,
  gender           text        null,
  external_ids     jsonb       not null default '{}',
  roles            jsonb       not null default '[]',
  merged_into      uuid        null,
  erasure_asked_by text        null,
  erasure_asked_at timestamptz null,
  erased           boolean     not null default false,
  position         bigint      not null,
  primary key (tenant_id, id)
);

comment on column gov_people.tenant_id        is 'public: the cluster';
comment on column gov_people.id               is 'public';
comment on column gov_people.name             is 'public, unless the person is unlisted';
comment on column gov_people.unlisted         is 'private: a seat then shows as filled, without a name';
comment on column gov_people.email            is 'private: contact';
comment on column gov_people.phone            is 'private: contact';
comment on column gov_people.gender           is 'private: only counted, for gender balance';
comment on column gov_people.external_ids     is 'private: {scheme: identifier}';
comment on column gov_people.roles            is 'public: [{from?, title?, organisation?}], the earliest first';
comment on column gov_people.merged_into      is 'public: the person this is an alias of';
comment on column gov_people.erasure_asked_by is 'private: the actor who asked; another one confirms';
comment on column gov_people.erasure_asked_at is 'private';
comment on column gov_people.erased           is 'public';
comment on column gov_people.position         is 'public: the act that last wrote the row';
