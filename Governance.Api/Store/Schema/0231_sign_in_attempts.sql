-- Attempts to sign in, counted where they come from: a table, since each is written often and alone. Whoever is not there is counted as one account, of no name.
create table gov_sign_in_attempts (
  account      text        not null,
  source       text        not null,
  failures     int         not null,
  untold       int         not null default 0,
  last_at      timestamptz not null,
  locked_until timestamptz null,
  primary key (account, source)
);

comment on column gov_sign_in_attempts.account      is 'internal: the id';
comment on column gov_sign_in_attempts.source       is 'private: a network, a browser by its random id, a second factor, or all but known browsers together';
comment on column gov_sign_in_attempts.failures     is 'private';
comment on column gov_sign_in_attempts.untold       is 'private: how many the person has not been told of';
comment on column gov_sign_in_attempts.last_at      is 'private';
comment on column gov_sign_in_attempts.locked_until is 'private';

-- Whose acts are told of is told by name and login.
comment on column mt_doc_account.data is 'internal: id, name, login, issuer, stamp; private: formerNames, subject, grants, linkExpiresAt, hasSecondFactor, createdAt, createdBy, disabledAt; secret: passwordHash, linkHash, totpSecret, totpStep, recoveryCodes';
