-- The reporting schema: what the log says, as rows for SQL users. It is derived: written by the projection, rebuilt at will.
do $$ begin
  if not exists (select from pg_available_extensions where name = 'btree_gist') then
    raise exception 'PostgreSQL lacks the extension btree_gist: install its contrib modules (package postgresql-contrib) and start again';
  end if;
end $$;
create extension if not exists btree_gist;

-- Makes the tables in a schema of their own, so that a second copy can be built beside the first and take its place.
create or replace function gov_create_reporting(target text) returns void language plpgsql set search_path from current as $fn$
begin
  perform set_config('search_path', quote_ident(target) || ', ' || current_setting('search_path'), true);
  execute format('create schema %I', target);
  execute format('comment on schema %I is %L', target,
    'Who governs the clusters, on any date, as known at any moment: "valid" are the days on which a row is so, "known" the moments at which the register says so; both half-open. '
    'As known now on a day: valid @> date ''2022-06-15'' and upper_inf(known). Internal bodies and decisions are included: see visibility.');

  create table checkpoints (
    cluster     text        primary key,
    position    bigint      not null,
    fault       text        null,
    failed_at   timestamptz null
  );
  comment on table checkpoints is 'How far the tables have come, per cluster';
  comment on column checkpoints.position is 'the last act of the register that the rows tell of';
  comment on column checkpoints.fault is 'why the cluster goes no further; null while it does';

  create table bodies (
    cluster        text      not null,
    id             uuid      not null,
    kind           text      not null,
    parent_id      uuid      null,
    advisory_to    uuid[]    not null,
    visibility     text      not null,
    established_on date      not null,
    valid          daterange not null,
    known          tstzrange not null
  );
  comment on table bodies is 'Boards, groups, panels and other bodies while they exist; their names are in names';
  comment on column bodies.kind is 'board, steering-group, panel, working-group and so on';
  comment on column bodies.parent_id is 'the body it belongs under; null at the top';
  comment on column bodies.advisory_to is 'bodies it advises, also those that are gone';
  comment on column bodies.visibility is 'public or internal; one under an internal body is internal too';

  create table names (
    cluster text      not null,
    id      uuid      not null,
    of      text      not null,
    name    text      not null,
    name_en text      null,
    valid   daterange not null,
    known   tstzrange not null
  );
  comment on table names is 'What bodies and partners are called';
  comment on column names.id is 'of the body or the partner';
  comment on column names.of is 'body or partner';

  create table mandates (
    cluster         text      not null,
    body_id         uuid      not null,
    version         int       not null,
    points          text[]    not null,
    purpose         text      null,
    deliverable     text      null,
    adopted_from    date      not null,
    adopted_through date      null,
    due_on          date      null,
    decision_id     uuid      not null,
    valid           daterange not null,
    known           tstzrange not null
  );
  comment on table mandates is 'A body''s terms of reference until others take their place, or they are concluded or repealed';
  comment on column mandates.adopted_through is 'the last day it was adopted for, inclusive; it stands on after that';
  comment on column mandates.due_on is 'the last day for the deliverable, inclusive';

  create table seats (
    cluster               text      not null,
    id                    uuid      not null,
    body_id               uuid      not null,
    role                  text      not null,
    title                 text      null,
    votes                 boolean   not null,
    place                 int       not null,
    represents_partner_id uuid      null,
    represents_body_id    uuid      null,
    represents_outside    text      null,
    deputy_for            uuid      null,
    ex_officio_body_id    uuid      null,
    ex_officio_role       text      null,
    user_representative   boolean   not null,
    held_by_organisation  boolean   not null,
    personal              boolean   not null,
    valid                 daterange not null,
    known                 tstzrange not null
  );
  comment on table seats is 'Places in bodies, held or vacant';
  comment on column seats.place is 'order in the body, from 1';
  comment on column seats.represents_outside is 'an outside organisation by name';
  comment on column seats.ex_officio_body_id is 'held by whoever holds ex_officio_role in that body';
  comment on column seats.held_by_organisation is 'by whom it represents, while no person holds it';
  comment on column seats.personal is 'made by an appointment, and gone with it';

  create table appointments (
    cluster      text      not null,
    seat_id      uuid      not null,
    body_id      uuid      not null,
    person_id    uuid      not null,
    title        text      null,
    held_from    date      not null,
    term_through date      null,
    term_source  text      null,
    leave_from   date      null,
    substitute_id uuid     null,
    by_office    boolean   not null,
    valid        daterange not null,
    known        tstzrange not null
  );
  comment on table appointments is 'Who sits in a seat; a vacant one has no row';
  comment on column appointments.person_id is 'see people; after a merge the one that stays';
  comment on column appointments.term_through is 'elected until, inclusive; sitting on after it is carry-over; null where the place is held until it is left';
  comment on column appointments.term_source is 'decided, or rule where it is worked out from the body''s composition rules';
  comment on column appointments.leave_from is 'first day of the leave that the person is on';
  comment on column appointments.substitute_id is 'who acts during the leave; null for the deputy';
  comment on column appointments.by_office is 'holds it by virtue of a role in another body';

  create table partners (
    cluster             text      not null,
    id                  uuid      not null,
    kind                text      not null,
    organisation_number text      null,
    valid               daterange not null,
    known               tstzrange not null
  );
  comment on table partners is 'Organisations while they take part in the cluster; their names are in names';

  create table decisions (
    cluster         text        not null,
    id              uuid        not null,
    revision        int         not null,
    position        bigint      not null,
    case_number     text        null,
    title           text        not null,
    text            text        null,
    decided_by_id   uuid        null,
    decided_by_text text        null,
    decided_on      date        not null,
    effective_from  date        not null,
    visibility      text        not null,
    valid           daterange   not null,
    known           tstzrange   not null
  );
  comment on table decisions is 'Decisions from the day they were made; an annulled one has no row that is known after it';
  comment on column decisions.revision is '1 as first recorded, then one more with every correction';
  comment on column decisions.position is 'of the first revision in the register';
  comment on column decisions.decided_by_id is 'the body that decided';

  create table cluster_names (
    cluster text      not null,
    name    text      not null,
    name_en text      null,
    valid   daterange not null,
    known   tstzrange not null
  );
  comment on table cluster_names is 'What the clusters themselves are called, from their founding on';

  create table strategies (
    cluster         text      not null,
    title           text      not null,
    focus_areas     text[]    not null,
    adopted_from    date      not null,
    adopted_through date      null,
    decision_id     uuid      not null,
    valid           daterange not null,
    known           tstzrange not null
  );
  comment on table strategies is 'A cluster''s strategy until another takes its place or its time is over';
  comment on column strategies.focus_areas is 'in the order they were adopted in';
  comment on column strategies.adopted_through is 'the last day it was adopted for, inclusive; null until further notice';

  create view people as
    select tenant_id as cluster, id, case when not (data->'erased')::boolean and not (data->'unlisted')::boolean then data->>'name' end as name, (data->'erased')::boolean as erased, (data->'unlisted')::boolean as unlisted
      from mt_doc_person where not data ? 'mergedInto';
  comment on view people is 'Persons by the name they have now; those erased or unlisted have none';
end $fn$;

-- Adds to a table what holds of it: after it is filled, so that filling is fast. A thing is told of once for every day and moment.
create function gov_constrain_reporting(target text, tbl text) returns void language plpgsql as $fn$
declare
  id text := case when tbl in ('cluster_names', 'strategies') then null when tbl = 'mandates' then 'body_id' when tbl = 'appointments' then 'seat_id' else 'id' end;
  -- One number for whom a row is about: GiST compares numbers ten times as fast as a text and a uuid.
  thing text := format('hashtextextended(cluster, %s)', coalesce('uuid_hash_extended(' || id || ', 0)', '0'));
begin
  execute format('alter table %I.%I add constraint %I exclude using gist ((%s) with =, valid with &&, known with &&)', target, tbl, tbl || '_told_once', thing);
  execute format('create index on %I.%I (%s)', target, tbl, concat_ws(', ', 'cluster', id));
end $fn$;

select gov_create_reporting('reporting');
select gov_constrain_reporting('reporting', name) from unnest(array['bodies', 'names', 'mandates', 'seats', 'appointments', 'partners', 'decisions', 'cluster_names', 'strategies']) name;
