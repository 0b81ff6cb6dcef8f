-- The second wall between clusters: whoever is not the tables' owner sees the rows of the cluster that governance.cluster names, or all when it says '*', and none when it is not set.
-- Of keys, accounts, sessions and what signs forms there is none: they are asked for before it is known which cluster they are for. Nor of the rows of the reporting schema, of which the serving role can read the names of the clusters alone.
create function gov_shows(cluster text) returns boolean language sql stable parallel safe
  return current_setting('governance.cluster', true) in (cluster, '*');

-- A table that names its cluster by what it belongs to.
alter table gov_webhook_attempts enable row level security;
create policy wall on gov_webhook_attempts using (webhook in (select id from gov_webhooks));
alter table gov_webhook_dead_letters enable row level security;
create policy wall on gov_webhook_dead_letters using (webhook in (select id from gov_webhooks));

-- Words are looked for through a view of the owner's: an index on them is of no use behind a policy, since what compares them is not known to keep what it sees to itself.
create function gov_create_searching(target text) returns void language plpgsql as $fn$
begin
  execute format('create view %1$I.searched as select * from %1$I.search_texts where gov_shows(cluster)', target);
  execute format('comment on view %I.searched is %L', target, 'The search texts of the cluster that governance.cluster names');
end $fn$;
select gov_create_searching('reporting');
