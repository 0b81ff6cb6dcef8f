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

-- People who sign in, and where they are signed in. What is secret stands here as a hash, but for the second factor's, which both sides have to know.
create table gov_accounts (
  id              text        primary key,
  login           text        null unique,
  issuer          text        null,
  subject         text        null,
  name            text        not null,
  grants          text[]      not null default '{}',
  password_hash   text        null,
  link_hash       bytea       null unique,
  link_expires_at timestamptz null,
  totp_secret     bytea       null,
  totp_on         boolean     not null default false,
  totp_step       bigint      not null default 0,
  recovery        bytea[]     not null default '{}',
  failures        int         not null default 0,
  locked_until    timestamptz null,
  stamp           bigint      not null default 0,
  created_at      timestamptz not null,
  created_by      text        not null,
  disabled_at     timestamptz null,
  unique (issuer, subject)
);

comment on column gov_accounts.login           is 'an e-mail address or a user name, in lower case; null for who signs in elsewhere alone';
comment on column gov_accounts.issuer          is 'the OpenID Connect provider that vouches for the person, who is subject there';
comment on column gov_accounts.grants          is 'secretary@alrek, or admin@* for every cluster: at most one for each';
comment on column gov_accounts.link_hash       is 'SHA-256 of the token that may set a password once, until link_expires_at';
comment on column gov_accounts.totp_step       is 'the period of the last code taken: none up to it is taken again';
comment on column gov_accounts.recovery        is 'SHA-256 of each recovery code not used yet';
comment on column gov_accounts.failures        is 'attempts since the last sign-in; from the fifth on, each locks the account until locked_until, longer each time';
comment on column gov_accounts.stamp           is 'counts what ends the sessions begun before: another password, other grants, an end to the account';

create table gov_sessions (
  hash       bytea       primary key,
  id         text        not null unique,
  account    text        not null references gov_accounts (id),
  stamp      bigint      not null,
  agent      text        null,
  created_at timestamptz not null,
  seen_at    timestamptz not null
);

create index gov_sessions_account on gov_sessions (account);

comment on column gov_sessions.hash  is 'SHA-256 of the token in the cookie: 256 random bits, so a plain hash is enough';
comment on column gov_sessions.id    is 'what its holder calls it by, to end it';
comment on column gov_sessions.stamp is 'the account''s when it began: it holds no longer than they are the same';
comment on column gov_sessions.agent is 'the browser, as it calls itself';

-- What signs the forms and the short-lived cookies, so that any node takes what another gave.
create table gov_protection_keys (
  name text primary key,
  xml  text not null
);

-- Decisions that are being written. Once recorded only the decision's id is left here, so that whoever comes back finds it.
create table gov_drafts (
  id uuid primary key,
  cluster text not null,
  corrects uuid,
  document jsonb not null,
  version integer not null,
  sent uuid not null,
  started_by text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  decision uuid
);
create index gov_drafts_open on gov_drafts (cluster, saved_at desc) where decision is null;
comment on column gov_drafts.document is 'As POST of a decision or correction takes it, with what is half filled in.';
comment on column gov_drafts.sent is 'The form it was last saved from: the same form sent twice is saved once.';

-- Says of every column that may tell of a person to whom it is shown: public, internal (readers), private (secretaries and admins, or the person alone), secret (nobody).
comment on column gov_accounts.id              is 'internal: the actor''s id in the log';
comment on column gov_accounts.login           is 'private: an e-mail address or a user name, in lower case; null for who signs in elsewhere alone';
comment on column gov_accounts.issuer          is 'private: the OpenID Connect provider that vouches for the person, who is subject there';
comment on column gov_accounts.subject         is 'private: what the provider calls the person';
comment on column gov_accounts.name            is 'internal: what the person is called where it is told who recorded what';
comment on column gov_accounts.grants          is 'private: secretary@alrek, or admin@* for every cluster: at most one for each';
comment on column gov_accounts.password_hash   is 'secret';
comment on column gov_accounts.link_hash       is 'secret: SHA-256 of the token that may set a password once, until link_expires_at';
comment on column gov_accounts.link_expires_at is 'private';
comment on column gov_accounts.totp_secret     is 'secret';
comment on column gov_accounts.totp_on         is 'private';
comment on column gov_accounts.totp_step       is 'secret: the period of the last code taken: none up to it is taken again';
comment on column gov_accounts.recovery        is 'secret: SHA-256 of each recovery code not used yet';
comment on column gov_accounts.failures        is 'private: attempts since the last sign-in; from the fifth on, each locks the account until locked_until, longer each time';
comment on column gov_accounts.locked_until    is 'private';
comment on column gov_accounts.stamp           is 'internal: counts what ends the sessions begun before: another password, other grants, an end to the account';
comment on column gov_accounts.created_at      is 'private';
comment on column gov_accounts.created_by      is 'private';
comment on column gov_accounts.disabled_at     is 'private';

comment on column gov_sessions.hash       is 'secret: SHA-256 of the token in the cookie: 256 random bits, so a plain hash is enough';
comment on column gov_sessions.id         is 'private: what its holder calls it by, to end it';
comment on column gov_sessions.account    is 'private';
comment on column gov_sessions.stamp      is 'internal: the account''s when it began: it holds no longer than they are the same';
comment on column gov_sessions.agent      is 'private: the browser, as it calls itself';
comment on column gov_sessions.created_at is 'private';
comment on column gov_sessions.seen_at    is 'private';

comment on column gov_drafts.id         is 'internal';
comment on column gov_drafts.cluster    is 'internal';
comment on column gov_drafts.corrects   is 'internal';
comment on column gov_drafts.document   is 'internal: as POST of a decision or correction takes it, with what is half filled in; may name persons, who are taken out when they are erased';
comment on column gov_drafts.version    is 'internal';
comment on column gov_drafts.sent       is 'internal: the form it was last saved from: the same form sent twice is saved once';
comment on column gov_drafts.started_by is 'internal: what the person is called';
comment on column gov_drafts.saved_by   is 'internal: what the person is called';
comment on column gov_drafts.saved_at   is 'internal';
comment on column gov_drafts.decision   is 'internal';

