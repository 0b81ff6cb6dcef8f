-- From the version that kept the log without Marten: what stood in tables of its own becomes documents.
insert into mt_doc_person (tenant_id, id, data, position)
  select tenant_id, id, jsonb_strip_nulls(jsonb_build_object(
           'id', id, 'name', name, 'unlisted', unlisted, 'email', email, 'phone', phone, 'gender', gender, 'externalIds', external_ids,
           'roles', roles, 'mergedInto', merged_into, 'erasureAskedBy', erasure_asked_by,
           'erasureAskedAt', erasure_asked_at, 'erased', erased, 'position', position)), position
    from gov_people;
drop view reporting.people;
drop table gov_people;

insert into mt_doc_recordedrequest (tenant_id, id, data)
  select tenant_id, key, jsonb_build_object('id', key, 'requestHash', encode(request_hash, 'base64'), 'position', position, 'recordedAt', recorded_at) from gov_idempotency;
drop table gov_idempotency;

drop function record_decision;
