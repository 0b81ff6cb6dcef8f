-- Of the keys that clients give their requests the hash alone is kept: they hold names and numbers of cases. Those of before begin with who gave them and a blank, which no hash has.
select gov_wall();   -- the rows of every cluster are to be seen

create function gov_hash_request_key() returns trigger language plpgsql as $fn$
begin
  new.id := encode(sha256(convert_to(new.id, 'UTF8')), 'hex');
  new.data := jsonb_set(new.data, '{id}', to_jsonb(new.id));
  return new;
end $fn$;

-- Nodes of the version before still write keys as they were given, until they are replaced.
create trigger gov_hash_request_key before insert or update on mt_doc_recordedrequest for each row when (new.id like '% %') execute function gov_hash_request_key();

update mt_doc_recordedrequest set id = id where id like '% %';
