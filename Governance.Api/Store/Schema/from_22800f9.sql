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
drop schema reporting cascade;
drop table gov_people;

-- The reporting schema anew: it is derived, so the projection fills it again.
-- A place may be held without a term, and a term says where it comes from; a member may be on leave, and an organisation may hold a seat.
do $do$ begin
  execute regexp_replace(replace(replace(replace(replace(pg_get_functiondef('gov_create_reporting(text)'::regprocedure),
    'term_through date      not null,', E'term_through date      null,\n    term_source  text      null,\n    leave_from   date      null,\n    substitute_id uuid     null,'),
    'user_representative   boolean   not null,', E'user_representative   boolean   not null,\n    held_by_organisation  boolean   not null,'),
    'comment on column seats.personal is ', E'comment on column seats.held_by_organisation is ''by whom it represents, while no person holds it'';\n  comment on column seats.personal is '),
    'comment on column appointments.term_through is ''elected until, inclusive; sitting on after it is carry-over'';',
    E'comment on column appointments.term_through is ''elected until, inclusive; sitting on after it is carry-over; null where the place is held until it is left'';\n'
    '  comment on column appointments.term_source is ''decided, or rule where it is worked out from the body''''s composition rules'';\n'
    '  comment on column appointments.leave_from is ''first day of the leave that the person is on'';\n'
    '  comment on column appointments.substitute_id is ''who acts during the leave; null for the deputy'';'),
    'select tenant_id as cluster[^;]*', $people$select tenant_id as cluster, id, case when not (data->'erased')::boolean and not (data->'unlisted')::boolean then data->>'name' end as name, (data->'erased')::boolean as erased, (data->'unlisted')::boolean as unlisted
      from mt_doc_person where not data ? 'mergedInto'$people$);
end $do$;

-- Names are found however they are spelled where letters are lacking.
drop function gov_search_query(text, text);
create function gov_search_words(title text, body text, spelled text) returns tsvector language sql immutable strict parallel safe
  return gov_search_words(title, body) || setweight(to_tsvector('pg_catalog.simple', left(spelled, 200000)), 'D');

-- Words that are begun, each with its spellings: U+E000 stands between the words, U+E001 between the spellings of one.
create function gov_search_begun(begun text) returns tsquery language sql immutable strict parallel safe
  return coalesce((
    select string_agg('(' || spelled || ')', ' & ')::tsquery
      from unnest(string_to_array(begun, U&'\E000')) word,
           lateral (select string_agg('(' || regexp_replace(q::text, '''(?= |$)', ''':*', 'g') || ')', ' | ') as spelled
                      from unnest(string_to_array(word, U&'\E001')) s, plainto_tsquery('pg_catalog.simple', gov_search_plain(s)) q where numnode(q) > 0) one
     where spelled is not null), ''::tsquery);

-- What was typed, first as it was typed, by stem, and then as it may be spelled, with quotes, minus and "or"; or every word of "begun" as a beginning.
create function gov_search_query(typed text[], begun text) returns tsquery language plpgsql immutable strict parallel safe as $fn$
declare
  sought tsquery := websearch_to_tsquery('pg_catalog.norwegian', gov_search_plain(typed[1])) || gov_search_begun(begun);
  spelled text;
begin
  foreach spelled in array typed[2:] loop sought := sought || websearch_to_tsquery('pg_catalog.simple', gov_search_plain(spelled)); end loop;
  return sought;
end $fn$;

create or replace function gov_create_search(target text) returns void language plpgsql set search_path from current as $fn$
begin
  execute format($sql$
    create table %1$I.search_texts (
      cluster      text     not null,
      kind         text     not null,
      id           uuid     not null,
      part         int      not null,
      title        text     not null,
      text         text     not null,
      said_from    text     null,
      said_through text     null,
      until        date     null,
      for_readers  boolean  not null,
      spelled      text     not null,
      words        tsvector not null generated always as (gov_search_words(title, text, spelled)) stored,
      primary key (cluster, id, kind, part)
    ) with (toast_tuple_target = 8160); -- a row is ranked where it stands, and the planner sees what reading all of them costs
    create index search_texts_words on %1$I.search_texts using gin (words);
    comment on table %1$I.search_texts is 'The texts by which things are found, as known now';
    comment on column %1$I.search_texts.kind is 'decision, body, person, partner or mandate';
    comment on column %1$I.search_texts.part is 'tells the texts of one thing apart';
    comment on column %1$I.search_texts.said_from is 'the day concerned, as precisely as it is known';
    comment on column %1$I.search_texts.until is 'first day on which a name or mandate is no longer in force';
    comment on column %1$I.search_texts.for_readers is 'holds a note or a name that the public is never told';
    comment on column %1$I.search_texts.spelled is 'both texts as they are typed where letters are lacking';
  $sql$, target);
end $fn$;

select gov_create_reporting('reporting');
select gov_constrain_reporting('reporting', name) from unnest(array['bodies', 'names', 'mandates', 'seats', 'appointments', 'partners', 'decisions', 'cluster_names', 'strategies']) name;
select gov_create_search('reporting');
select gov_create_searching('reporting');

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
