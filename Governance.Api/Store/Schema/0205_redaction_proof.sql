-- Of a text that is taken out, its salt goes with it; nothing else of an event's headers is ever changed by the role that serves, nor the data alone of an event whose texts are salted.
-- The first is of what 0200 made: Marten writes the headers with the data.
drop trigger gov_keep_event on mt_events;
create trigger gov_keep_event before update on mt_events for each row
  when (current_user = 'governance_serve' and (
    old.headers #- '{governance,salt}' #- '{governance,salts}' is distinct from new.headers #- '{governance,salt}' #- '{governance,salts}'
    or old.data is distinct from new.data and coalesce(new.headers->'governance', new.headers) ? 'salt'))
  execute function gov_keep_event();
comment on column mt_events.headers is 'internal: who recorded it is an id; the salts of its texts, without those of texts that are taken out';
