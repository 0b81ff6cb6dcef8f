-- A place may be held without a term, and a term says where it comes from. The reporting schema anew: it is derived, so the projection fills it again.
do $$ begin
  execute replace(replace(pg_get_functiondef('gov_create_reporting(text)'::regprocedure),
    'term_through date      not null,', E'term_through date      null,\n    term_source  text      null,'),
    'comment on column appointments.term_through is ''elected until, inclusive; sitting on after it is carry-over'';',
    E'comment on column appointments.term_through is ''elected until, inclusive; sitting on after it is carry-over; null where the place is held until it is left'';\n'
    '  comment on column appointments.term_source is ''decided, or rule where it is worked out from the body''''s composition rules'';');
end $$;

drop schema reporting cascade;
select gov_create_reporting('reporting');
select gov_constrain_reporting('reporting', name) from unnest(array['bodies', 'names', 'mandates', 'seats', 'appointments', 'partners', 'decisions', 'cluster_names', 'strategies']) name;
select gov_create_search('reporting');
select gov_create_searching('reporting');
select gov_wall();
