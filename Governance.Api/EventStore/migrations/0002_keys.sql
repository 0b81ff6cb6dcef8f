-- Keys of machines. The key itself is shown once and kept by its holder: 256 random bits, so a plain hash is enough.
create table gov_api_keys (
  id         text        primary key,
  name       text        not null,
  hash       bytea       not null unique,
  role       text        not null,
  cluster    text        null,
  created_at timestamptz not null,
  created_by text        not null,
  expires_at timestamptz null,
  revoked_at timestamptz null
);

comment on column gov_api_keys.hash    is 'SHA-256 of the key';
comment on column gov_api_keys.role    is 'reader, secretary or admin: each includes those before it';
comment on column gov_api_keys.cluster is 'null is every cluster';
