-- Restores of this database from a backup after which the erasures made since were made again: until then it does not serve.
create table gov_restores (
  restore    text        primary key,
  applied_at timestamptz not null
);
comment on column gov_restores.restore is 'the setting governance.restored, which deploy/backup/restore.sh gives the database';
