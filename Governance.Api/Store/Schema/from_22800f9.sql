-- From the version that kept the log without Marten: what stood in tables of its own becomes documents.
-- The owner is not bound by Marten's policies until gov_wall() has widened them.
alter table mt_doc_person no force row level security;
alter table mt_doc_recordedrequest no force row level security;
alter table mt_doc_draft no force row level security;

insert into mt_doc_person (tenant_id, id, data, position)
  select tenant_id, id, jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'name', name, 'unlisted', unlisted, 'email', email, 'phone', phone, 'gender', gender, 'externalIds', external_ids,
           'roles', roles, 'mergedInto', merged_into, 'erasureAskedBy', erasure_asked_by,
           'erasureAskedAt', erasure_asked_at, 'erased', erased, 'position', position)), position
    from gov_people;
do $do$
declare
  people text := $people$select tenant_id as cluster, id, case when not (data->'erased')::boolean and not (data->'unlisted')::boolean then data->>'name' end as name, (data->'erased')::boolean as erased, (data->'unlisted')::boolean as unlisted
      from mt_doc_person where not data ? 'mergedInto'$people$;
begin
  drop view reporting.people;
  execute 'create view reporting.people as ' || people;
  comment on view reporting.people is 'Persons by the name they have now; those erased or unlisted have none';
  -- A reporting schema that is built anew has the same.
  execute regexp_replace(pg_get_functiondef('gov_create_reporting(text)'::regprocedure), 'select tenant_id as cluster[^;]*', people);
end $do$;
drop table gov_people;

insert into mt_doc_recordedrequest (tenant_id, id, data)
  select tenant_id, key, jsonb_build_object('id', key, 'requestHash', encode(request_hash, 'base64'), 'position', position, 'recordedAt', recorded_at) from gov_idempotency;
drop table gov_idempotency;

drop function record_decision;

insert into mt_doc_apikey (id, data)
  select id, jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'name', name, 'hash', encode(hash, 'hex'), 'grant', jsonb_build_object('role', role, 'cluster', cluster),
           'createdAt', created_at, 'createdBy', created_by, 'expiresAt', expires_at, 'revokedAt', revoked_at))
    from gov_api_keys;
drop table gov_api_keys;

insert into mt_doc_account (id, data)
  select id, jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'name', name, 'login', login, 'issuer', issuer, 'subject', subject, 'passwordHash', password_hash,
           'grants', array(select jsonb_build_object('role', split_part(g, '@', 1), 'cluster', nullif(split_part(g, '@', 2), '*')) from unnest(grants) with ordinality as of (g, n) order by n),
           'linkHash', encode(link_hash, 'hex'), 'linkExpiresAt', link_expires_at,
           'hasSecondFactor', totp_on, 'totpSecret', encode(totp_secret, 'base64'), 'totpStep', totp_step, 'recoveryCodes', array(select encode(code, 'hex') from unnest(recovery) code),
           'failures', failures, 'lockedUntil', locked_until, 'stamp', stamp, 'createdAt', created_at, 'createdBy', created_by, 'disabledAt', disabled_at))
    from gov_accounts;
alter table gov_sessions drop constraint gov_sessions_account_fkey, add foreign key (account) references mt_doc_account;
drop table gov_accounts;

insert into mt_doc_protectionkey (id, data) select name, jsonb_build_object('id', name, 'xml', xml) from gov_protection_keys;
drop table gov_protection_keys;

-- What is half filled in stays as it is, nulls too.
insert into mt_doc_draft (tenant_id, id, data)
  select cluster, id, jsonb_build_object('document', document) || jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'cluster', cluster, 'corrects', corrects, 'version', version, 'sent', sent, 'startedBy', started_by, 'savedBy', saved_by, 'savedAt', saved_at, 'decision', decision))
    from gov_drafts;
drop table gov_drafts;

insert into mt_doc_webhooksettings (id, cluster, data)
  select id, cluster, jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'cluster', cluster, 'url', url, 'description', description, 'types', types, 'audience', audience, 'lang', lang,
           'secret', encode(secret, 'base64'), 'previousSecret', encode(previous_secret, 'base64'), 'createdAt', created_at, 'createdBy', created_by))
    from gov_webhooks;
alter table gov_webhooks
  drop column url, drop column description, drop column types, drop column audience, drop column lang, drop column secret, drop column previous_secret, drop column created_at, drop column created_by,
  add foreign key (id) references mt_doc_webhooksettings on delete cascade;
comment on column gov_webhooks.previous_until is 'how long the secret before signs too';

alter table mt_doc_person force row level security;
alter table mt_doc_recordedrequest force row level security;
alter table mt_doc_draft force row level security;
