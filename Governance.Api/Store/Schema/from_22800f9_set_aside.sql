-- From the version that kept the log without Marten: its tables are set aside, for the numbered steps to make this version's; what is derived is dropped, to be derived anew.
create schema gov_22800f9;
drop schema reporting cascade;
do $$ begin
  execute (select string_agg(format('alter table %I set schema gov_22800f9', tablename), '; ') from pg_tables where schemaname = current_schema() and tablename like 'gov\_%' and tablename <> 'gov_migrations');
  execute (select 'drop function ' || string_agg(oid::regprocedure::text, ', ') from pg_proc where pronamespace = current_schema()::regnamespace and (proname like 'gov\_%' or proname = 'record_decision'));
end $$;
