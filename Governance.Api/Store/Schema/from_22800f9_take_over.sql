-- What the numbered steps made is filled with what was set aside; what stood in tables of its own becomes documents.
-- The owner is not bound by Marten's policies until gov_wall() has widened them.
alter table mt_doc_person no force row level security;
alter table mt_doc_recordedrequest no force row level security;
alter table mt_doc_draft no force row level security;

insert into mt_doc_person (tenant_id, id, data, position)
  select tenant_id, id, jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'name', name, 'unlisted', unlisted, 'email', email, 'phone', phone, 'gender', gender, 'externalIds', external_ids,
           'roles', roles, 'mergedInto', merged_into, 'erasureAskedBy', erasure_asked_by,
           'erasureAskedAt', erasure_asked_at, 'erased', erased, 'position', position)), position
    from gov_22800f9.gov_people;

insert into mt_doc_recordedrequest (tenant_id, id, data)
  select tenant_id, key, jsonb_build_object('id', key, 'requestHash', encode(request_hash, 'base64'), 'position', position, 'recordedAt', recorded_at) from gov_22800f9.gov_idempotency;

insert into mt_doc_apikey (id, data)
  select id, jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'name', name, 'hash', encode(hash, 'hex'), 'grant', jsonb_build_object('role', role, 'cluster', cluster),
           'createdAt', created_at, 'createdBy', created_by, 'expiresAt', expires_at, 'revokedAt', revoked_at))
    from gov_22800f9.gov_api_keys;

insert into mt_doc_account (id, data)
  select id, jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'name', name, 'login', login, 'issuer', issuer, 'subject', subject, 'passwordHash', password_hash,
           'grants', array(select jsonb_build_object('role', split_part(g, '@', 1), 'cluster', nullif(split_part(g, '@', 2), '*')) from unnest(grants) with ordinality as of (g, n) order by n),
           'linkHash', encode(link_hash, 'hex'), 'linkExpiresAt', link_expires_at,
           'hasSecondFactor', totp_on, 'totpSecret', encode(totp_secret, 'base64'), 'totpStep', totp_step, 'recoveryCodes', array(select encode(code, 'hex') from unnest(recovery) code),
           'stamp', stamp, 'createdAt', created_at, 'createdBy', created_by, 'disabledAt', disabled_at))
    from gov_22800f9.gov_accounts;

insert into gov_sessions (hash, id, account, stamp, agent, created_at, seen_at) select hash, id, account, stamp, agent, created_at, seen_at from gov_22800f9.gov_sessions;

insert into mt_doc_protectionkey (id, data) select name, jsonb_build_object('id', name, 'xml', xml) from gov_22800f9.gov_protection_keys;

-- What is half filled in stays as it is, nulls too.
insert into mt_doc_draft (tenant_id, id, data)
  select cluster, id, jsonb_build_object('document', document) || jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'cluster', cluster, 'corrects', corrects, 'version', version, 'sent', sent, 'startedBy', started_by, 'savedBy', saved_by, 'savedAt', saved_at, 'decision', decision))
    from gov_22800f9.gov_drafts;

insert into mt_doc_webhooksettings (id, cluster, data)
  select id, cluster, jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'cluster', cluster, 'url', url, 'description', description, 'types', types, 'audience', audience, 'lang', lang,
           'secret', encode(secret, 'base64'), 'previousSecret', encode(previous_secret, 'base64'), 'createdAt', created_at, 'createdBy', created_by))
    from gov_22800f9.gov_webhooks;
insert into gov_webhooks (id, cluster, register, state, previous_until, position, took, revision, attempts, refusals, failing_since, fault, status, due_at, looks_at, lease, leased_until, sent)
  select id, cluster, register, state, previous_until, position, took, revision, attempts, refusals, failing_since, fault, status, due_at, looks_at, lease, leased_until, sent from gov_22800f9.gov_webhooks;
insert into gov_webhook_attempts (webhook, slot, number, message, position, at, milliseconds, status, fault) select webhook, slot, number, message, position, at, milliseconds, status, fault from gov_22800f9.gov_webhook_attempts;
insert into gov_webhook_dead_letters (webhook, number, message, position, effect, at, attempts, status, fault) select webhook, number, message, position, effect, at, attempts, status, fault from gov_22800f9.gov_webhook_dead_letters;

insert into gov_private_reads (tenant_id, id, read_at, actor, person, what) overriding system value select tenant_id, id, read_at, actor, person, what from gov_22800f9.gov_private_reads;
select setval(pg_get_serial_sequence('gov_private_reads', 'id'), max(id)) from gov_private_reads;
insert into gov_restores (restore, applied_at) select restore, applied_at from gov_22800f9.gov_restores;

drop schema gov_22800f9 cascade;

alter table mt_doc_person force row level security;
alter table mt_doc_recordedrequest force row level security;
alter table mt_doc_draft force row level security;
