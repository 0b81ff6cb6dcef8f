-- Who was let in by a provider is signed out there too, which it takes its own token for.
alter table gov_sessions add column id_token text null;
comment on column gov_sessions.id_token is 'secret: what the OpenID Connect provider vouched for the person by';
