-- What is to be said of the tables that Marten keeps, in a database that began with it and in one that came to it.

-- Raises the wall where it is missing, and grants to the roles that there are; safe to call again, which each start of a node does.
create or replace function gov_wall() returns void language plpgsql as $fn$
declare t record; s text;
begin
  perform pg_advisory_xact_lock(x'676F7665726E'::bigint);   -- the migrations' own
  for t in
    select n.nspname as schema, c.relname as name, a.attname as col from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and not c.relrowsecurity and not a.attisdropped
       and (n.nspname = current_schema() and a.attname in ('tenant_id', 'cluster') or c.relname = 'search_texts' and n.nspname in ('reporting', 'reporting_next') and a.attname = 'cluster')
  loop
    -- The setting is read once for a statement, not once for a row.
    execute format($sql$create policy wall on %I.%I using (%3$I = (select current_setting('governance.cluster', true)) or (select current_setting('governance.cluster', true)) = '*')$sql$, t.schema, t.name, t.col);
    execute format('alter table %I.%I enable row level security', t.schema, t.name);
  end loop;

  -- Marten's policies on documents know neither all clusters nor the owner, whom they bind too; they keep the name that it looks for.
  for t in select polrelid::regclass as name, pg_get_userbyid(relowner) as owner from pg_policy join pg_class c on c.oid = polrelid where polname = 'marten_tenant_isolation' and pg_get_expr(polqual, polrelid) not like '%''*''%' loop
    s := format($sql$(tenant_id = (select current_setting('governance.cluster', true)) or (select current_setting('governance.cluster', true)) = '*' or current_user = %L)$sql$, t.owner);
    execute format('drop policy marten_tenant_isolation on %s', t.name);
    execute format('create policy marten_tenant_isolation on %s using (%s) with check (%s)', t.name, s, s);
  end loop;

  if to_regrole('governance_serve') is not null then
    execute format('grant usage on schema %I to governance_serve', current_schema());
    for t in select tablename as name from pg_tables where schemaname = current_schema() and (tablename like 'gov\_%' or tablename like 'mt\_%') and tablename not in ('gov_migrations', 'mt_streams', 'mt_events') loop
      execute format('grant select, insert, update, delete on %I to governance_serve', t.name);
    end loop;
    grant select on gov_migrations to governance_serve;
    -- Of the log nothing is ever deleted, and of an event nothing ever changed but a text that is taken out.
    grant select, insert, update on mt_streams to governance_serve;
    grant select, insert, update (data, headers) on mt_events to governance_serve;
    grant usage, select on sequence mt_events_sequence to governance_serve;
    -- Wolverine's queues hold ids and positions, never what they stand for.
    grant usage on schema wolverine to governance_serve;
    grant select, insert, update, delete on all tables in schema wolverine to governance_serve;
    grant usage, select on all sequences in schema wolverine to governance_serve;
    for s in select nspname from pg_namespace where nspname in ('reporting', 'reporting_next') and to_regclass(nspname || '.searched') is not null loop
      execute format('grant usage on schema %I to governance_serve', s);
      execute format('grant select, insert, update on %I.checkpoints to governance_serve', s);
      execute format('grant select, insert, delete on %I.search_texts to governance_serve', s);
      execute format('grant select on %I.searched to governance_serve', s);
      execute format('grant select on %I.cluster_names to governance_serve', s);
      for t in select table_name as name, string_agg(quote_ident(column_name), ', ') filter (where column_name in ('cluster', 'id', 'body_id', 'seat_id', 'valid', 'known')) as keys
        from information_schema.columns where table_schema = s and table_name not in ('checkpoints', 'search_texts', 'searched', 'people') group by 1
      loop
        execute format('grant insert, update (known), delete, select (%s) on %I.%I to governance_serve', t.keys, s, t.name);
      end loop;
    end loop;
  end if;

  if to_regrole('governance_report') is not null then
    for s in select nspname from pg_namespace where nspname in ('reporting', 'reporting_next') and to_regclass(nspname || '.searched') is not null loop
      execute format('grant usage on schema %I to governance_report', s);
      for t in select table_name as name from information_schema.tables where table_schema = s and table_name not in ('search_texts', 'searched') loop
        execute format('grant select on %I.%I to governance_report', s, t.name);
      end loop;
    end loop;
  end if;
end $fn$;

-- An event is what was recorded: of it nothing is ever changed but the data, when a text is taken out. (Marten writes the headers with it.)
create function gov_keep_event() returns trigger language plpgsql as $fn$
begin
  raise exception 'an event may not be changed' using errcode = '42501';
end $fn$;
create trigger gov_keep_event before update on mt_events for each row
  when (old.headers is distinct from new.headers and current_user = 'governance_serve') execute function gov_keep_event();

-- Says of every column that may tell of a person, and of every member of a document in it, to whom it is shown: public, internal (readers), private (secretaries and admins, or the person alone), secret (nobody).
comment on column mt_events.data      is 'public or internal: what was recorded; persons by id alone, save where a free text names one, which is redacted';
comment on column mt_events.headers   is 'internal: who recorded it is an id';
comment on column mt_events.user_name is 'internal: the id of the key or account that recorded it';

comment on column mt_doc_person.tenant_id is 'public: the cluster';
comment on column mt_doc_person.id        is 'public';
comment on column mt_doc_person.position  is 'internal: of the act that wrote it last';
comment on column mt_doc_person.data      is 'public: id, name, roles, mergedInto, erased, unlisted; internal: position; private: email, phone, gender, externalIds, erasureAskedBy, erasureAskedAt';

comment on column mt_doc_account.id         is 'internal: the actor''s id in the log';
comment on column mt_doc_account.mt_version is 'internal';
comment on column mt_doc_account.data       is 'internal: id, name, stamp; private: login, issuer, subject, grants, linkExpiresAt, hasSecondFactor, failures, lockedUntil, createdAt, createdBy, disabledAt; secret: passwordHash, linkHash, totpSecret, totpStep, recoveryCodes';

comment on column mt_doc_draft.tenant_id  is 'internal: the cluster';
comment on column mt_doc_draft.id         is 'internal';
comment on column mt_doc_draft.mt_version is 'internal';
comment on column mt_doc_draft.data       is 'internal: id, cluster, corrects, document, version, sent, startedBy, savedBy, savedAt, decision';
