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

comment on column mt_events.data      is 'public or internal: what was recorded; persons by id alone, save where a free text names one, which is redacted';
comment on column mt_events.headers   is 'internal: who recorded it is an id';
comment on column mt_events.user_name is 'internal: the id of the key or account that recorded it';
