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
