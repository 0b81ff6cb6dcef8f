-- One act, one statement. Answers recorded, conflict, repeated or key-reused; only "recorded" has written anything.
create function record_decision(
  tenant text, register uuid, expected bigint,                                    -- expected = 0 founds the cluster
  idem_key text, request_hash bytea,
  s_id uuid[], s_type text[], s_was bigint[], s_now bigint[],                     -- other streams touched; was = 0 is a new one
  e_id uuid[], e_stream uuid[], e_version bigint[], e_type text[], e_clr text[],  -- events in index order; the one act on the register last
  e_data jsonb[], e_headers jsonb[], e_hash bytea[], actor text, correlation text, causation text,
  people jsonb, redactions jsonb,                                                 -- whole rows of gov_people; [{id, data}] of events
  out outcome text, out at_position bigint, out recorded_at timestamptz, out chain text)
language plpgsql as $$
#variable_conflict use_column
declare link bytea; links text[]; n bigint; new_streams bigint; same boolean; stamp text;
begin
  for attempt in 1..2 loop
    -- A repeat is answered from its key, whatever the version is by now; on the second pass, after waiting for the winner.
    if idem_key is not null then
      select k.position, k.recorded_at, k.request_hash = record_decision.request_hash
        into at_position, recorded_at, same from gov_idempotency k where k.tenant_id = tenant and k.key = idem_key;
      if found then outcome := case when same then 'repeated' else 'key-reused' end; return; end if;
    end if;
    if attempt = 2 then
      select coalesce(max(version), 0) into at_position from mt_streams where tenant_id = tenant and id = register;
      outcome := 'conflict'; return;
    end if;
    -- Check, lock and bump in one. From here to commit this cluster is ours alone.
    if expected = 0 then
      insert into mt_streams (tenant_id, id, type, version, timestamp, created, is_archived)
        values (tenant, register, 'register', 1, clock_timestamp(), clock_timestamp(), false)
        on conflict do nothing returning version, timestamp into at_position, recorded_at;
    else
      update mt_streams set version = version + 1, timestamp = greatest(clock_timestamp(), timestamp + interval '1 microsecond')
        where tenant_id = tenant and id = register and version = expected and not is_archived
        returning version, timestamp into at_position, recorded_at;
    end if;
    exit when found;
  end loop;

  new_streams := 0;
  if 0 = any(s_was) then
    insert into mt_streams (tenant_id, id, type, version, timestamp, created, is_archived)
      select tenant, s.id, s.type, s.now, record_decision.recorded_at, record_decision.recorded_at, false
        from unnest(s_id, s_type, s_was, s_now) s(id, type, was, now) where s.was = 0
      on conflict do nothing;
    get diagnostics new_streams = row_count;
  end if;
  update mt_streams m set version = s.now, timestamp = record_decision.recorded_at
    from unnest(s_id, s_was, s_now) s(id, was, now)
    where m.tenant_id = tenant and m.id = s.id and m.version = s.was and s.was > 0 and not m.is_archived;
  get diagnostics n = row_count;
  if n + new_streams <> cardinality(s_id) then raise exception 'a stream is not where the register says' using errcode = 'GV001'; end if;

  if expected = 0 then
    link := sha256(convert_to(tenant, 'UTF8'));
  else
    select decode(headers->>'chain', 'hex') into link from mt_events
      where tenant_id = tenant and stream_id = register and version = expected;   -- the act closes a decision: it carries the head
    if link is null then raise exception 'no chain head at position %', expected using errcode = 'GV002'; end if;
  end if;
  stamp := (extract(epoch from recorded_at) * 1000000)::bigint;                   -- numeric since PostgreSQL 14: exact microseconds
  for i in 1..cardinality(e_id) loop
    link := sha256(link || e_hash[i] || convert_to(at_position || '|' || i || '|' || e_type[i] || '|' || stamp, 'UTF8'));
    links[i] := encode(link, 'hex');
  end loop;
  chain := encode(link, 'hex');

  insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
                         correlation_id, causation_id, headers, user_name, is_archived)
    select nextval('mt_events_sequence'), e.id, e.stream, e.version, e.data, e.type, record_decision.recorded_at, tenant, e.clr,
           correlation, causation, e.headers || jsonb_build_object('chain', e.link), actor, false
      from unnest(e_id, e_stream, e_version, e_type, e_clr, e_data, e_headers, links) with ordinality
           e(id, stream, version, type, clr, data, headers, link, i) order by e.i;

  if redactions is not null then
    update mt_events e set data = r.data from jsonb_to_recordset(redactions) r(id uuid, data jsonb)
      where e.tenant_id = tenant and e.id = r.id;
    get diagnostics n = row_count;
    if n <> jsonb_array_length(redactions) then raise exception 'a text to redact is not in the log' using errcode = 'GV003'; end if;
  end if;
  if people is not null then
    insert into gov_people as p (tenant_id, id, name, unlisted, email, phone, gender, external_ids, roles, merged_into,
                                 erasure_asked_by, erasure_asked_at, erased, position)
      select tenant, r.id, r.name, r.unlisted, r.email, r.phone, r.gender, r.external_ids, r.roles, r.merged_into,
             r.erasure_asked_by, r.erasure_asked_at, r.erased, at_position
        from jsonb_populate_recordset(null::gov_people, people) r
      on conflict (tenant_id, id) do update set
        name = excluded.name, unlisted = excluded.unlisted, email = excluded.email, phone = excluded.phone, gender = excluded.gender,
        external_ids = excluded.external_ids, roles = excluded.roles, merged_into = excluded.merged_into,
        erasure_asked_by = excluded.erasure_asked_by, erasure_asked_at = excluded.erasure_asked_at, erased = excluded.erased,
        position = excluded.position;
  end if;
  if idem_key is not null then
    insert into gov_idempotency (tenant_id, key, request_hash, position, recorded_at)
      values (tenant, idem_key, request_hash, at_position, record_decision.recorded_at);
  end if;
  outcome := 'recorded';
end $$;
