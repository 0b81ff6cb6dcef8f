-- Acts of one cluster at consecutive positions, one statement; mostly a single act, many when importing.
-- Answers recorded, conflict, repeated or key-reused; only "recorded" has written anything. at_position is the last act's.
create function record_decision(
  tenant text, register uuid, expected bigint,                                    -- expected = 0 founds the cluster
  idem_key text, request_hash bytea,
  s_id uuid[], s_type text[], s_was bigint[], s_now bigint[],                     -- other streams touched; was = 0 is a new one
  e_id uuid[], e_stream uuid[], e_version bigint[], e_type text[], e_clr text[],  -- events in order; each act ends with its one event on the register
  e_data jsonb[], e_headers jsonb[], e_hash bytea[], actor text, correlation text, causation text,
  people jsonb, redactions jsonb,                                                 -- whole rows of gov_people; [{id, data}] of events
  out outcome text, out at_position bigint, out recorded_at timestamptz, out chain text)
language plpgsql as $$
#variable_conflict use_column
declare
  last bigint := e_version[cardinality(e_version)];                               -- the register's version is the position
  link bytea; links text[]; times timestamptz[]; event record; now_at timestamptz; place int := 0;
  touched bigint; n bigint; same boolean;
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
    -- Check, lock and bump in one. From here to commit this cluster is ours alone. Acts are a microsecond apart.
    if expected = 0 then
      insert into mt_streams (tenant_id, id, type, version, timestamp, created, is_archived)
        values (tenant, register, 'register', last, clock_timestamp() + (last - 1) * interval '1 microsecond', clock_timestamp(), false)
        on conflict do nothing returning version, timestamp into at_position, recorded_at;
    else
      update mt_streams
        set version = last, timestamp = greatest(clock_timestamp(), timestamp + interval '1 microsecond') + (last - expected - 1) * interval '1 microsecond'
        where tenant_id = tenant and id = register and version = expected and not is_archived
        returning version, timestamp into at_position, recorded_at;
    end if;
    exit when found;
  end loop;

  update mt_streams m set version = s.now, timestamp = record_decision.recorded_at
    from unnest(s_id, s_was, s_now) s(id, was, now)
    where m.tenant_id = tenant and m.id = s.id and m.version = s.was and s.was > 0 and not m.is_archived;
  get diagnostics touched = row_count;
  if touched < cardinality(s_id) then
    insert into mt_streams (tenant_id, id, type, version, timestamp, created, is_archived)
      select tenant, s.id, s.type, s.now, record_decision.recorded_at, record_decision.recorded_at, false
        from unnest(s_id, s_type, s_was, s_now) s(id, type, was, now) where s.was = 0
      on conflict do nothing;
    get diagnostics n = row_count;
    if touched + n <> cardinality(s_id) then raise exception 'a stream is not where the register says' using errcode = 'GV001'; end if;
  end if;

  if expected = 0 then
    link := sha256(convert_to(tenant, 'UTF8'));
  else
    select decode(headers->>'chain', 'hex') into link from mt_events
      where tenant_id = tenant and stream_id = register and version = expected;   -- an act's last event carries the head
    if link is null then raise exception 'no chain head at position %', expected using errcode = 'GV002'; end if;
  end if;
  now_at := recorded_at - (last - expected - 1) * interval '1 microsecond';
  for event in select * from unnest(e_stream, e_type, e_hash) with ordinality e(stream, type, hash, i) loop
    place := place + 1;
    link := sha256(link || event.hash || convert_to(concat_ws('|', expected + 1, place, event.type, (extract(epoch from now_at) * 1000000)::bigint), 'UTF8'));
    links[event.i] := encode(link, 'hex');
    times[event.i] := now_at;
    if event.stream = register then
      expected := expected + 1; place := 0; now_at := now_at + interval '1 microsecond';
    end if;
  end loop;
  chain := encode(link, 'hex');

  insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
                         correlation_id, causation_id, headers, user_name, is_archived)
    select nextval('mt_events_sequence'), e.id, e.stream, e.version, e.data, e.type, e.at, tenant, e.clr,
           correlation, causation, e.headers || jsonb_build_object('chain', e.link), actor, false
      from unnest(e_id, e_stream, e_version, e_type, e_clr, e_data, e_headers, links, times) with ordinality
           e(id, stream, version, type, clr, data, headers, link, at, i) order by e.i;

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
