-- A place may be held without a term, and a term says where it comes from; a member may be on leave, and an organisation may hold a seat. The reporting schema anew: it is derived, so the projection fills it again.
do $$ begin
  execute replace(replace(replace(replace(pg_get_functiondef('gov_create_reporting(text)'::regprocedure),
    'term_through date      not null,', E'term_through date      null,\n    term_source  text      null,\n    leave_from   date      null,\n    substitute_id uuid     null,'),
    'user_representative   boolean   not null,', E'user_representative   boolean   not null,\n    held_by_organisation  boolean   not null,'),
    'comment on column seats.personal is ', E'comment on column seats.held_by_organisation is ''by whom it represents, while no person holds it'';\n  comment on column seats.personal is '),
    'comment on column appointments.term_through is ''elected until, inclusive; sitting on after it is carry-over'';',
    E'comment on column appointments.term_through is ''elected until, inclusive; sitting on after it is carry-over; null where the place is held until it is left'';\n'
    '  comment on column appointments.term_source is ''decided, or rule where it is worked out from the body''''s composition rules'';\n'
    '  comment on column appointments.leave_from is ''first day of the leave that the person is on'';\n'
    '  comment on column appointments.substitute_id is ''who acts during the leave; null for the deputy'';');
end $$;

drop schema reporting cascade;
select gov_create_reporting('reporting');
select gov_constrain_reporting('reporting', name) from unnest(array['bodies', 'names', 'mandates', 'seats', 'appointments', 'partners', 'decisions', 'cluster_names', 'strategies']) name;
select gov_create_search('reporting');
select gov_create_searching('reporting');
select gov_wall();
