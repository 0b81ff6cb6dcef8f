-- Who was shown what of people that is private: a table, written by the statement that reads it, so that nothing is shown unnoted.
create table gov_private_reads (
  tenant_id text        not null,
  id        bigint      not null generated always as identity,
  read_at   timestamptz not null,
  actor     text        not null,
  person    uuid        null,
  what      text[]      not null,
  primary key (tenant_id, id)
);
create index gov_private_reads_person on gov_private_reads (tenant_id, person);

comment on column gov_private_reads.tenant_id is 'public: the cluster';
comment on column gov_private_reads.id        is 'public';
comment on column gov_private_reads.read_at   is 'private: for admins, and for the person';
comment on column gov_private_reads.actor     is 'private: the id of the key or account that was shown it';
comment on column gov_private_reads.person    is 'private: whose it was; null is everybody''s';
comment on column gov_private_reads.what      is 'private: email, phone, gender, external-ids; subject-access or archive is all of it';

-- Restores of this database from a backup after which the erasures made since were made again: until then it does not serve.
create table gov_restores (
  restore    text        primary key,
  applied_at timestamptz not null
);
comment on column gov_restores.restore is 'the setting governance.restored, which deploy/backup/restore.sh gives the database';
