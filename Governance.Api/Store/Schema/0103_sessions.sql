-- Where people are signed in: a table, since each is written every few minutes and alone.
create table gov_sessions (
  hash       bytea       primary key,
  id         text        not null unique,
  account    text        not null references mt_doc_account,
  stamp      bigint      not null,
  agent      text        null,
  created_at timestamptz not null,
  seen_at    timestamptz not null
);
create index gov_sessions_account on gov_sessions (account);

-- Of every column that may tell of a person it is said to whom it is shown: public, internal (readers), private (secretaries and admins, or the person alone), secret (nobody).
comment on column gov_sessions.hash       is 'secret: SHA-256 of the token in the cookie: 256 random bits, so a plain hash is enough';
comment on column gov_sessions.id         is 'private: what its holder calls it by, to end it';
comment on column gov_sessions.account    is 'private';
comment on column gov_sessions.stamp      is 'internal: the account''s when it began: it holds no longer than they are the same';
comment on column gov_sessions.agent      is 'private: the browser, as it calls itself';
comment on column gov_sessions.created_at is 'private';
comment on column gov_sessions.seen_at    is 'private';
