-- Full-text search: the texts by which things are found, beside the reporting tables and brought forward with them.

-- Markup is no markup here: angle brackets stand as other characters, so that the parser takes what is between them as words.
create function gov_search_plain(given text) returns text language sql immutable strict parallel safe
  return translate(left(given, 100000), U&'<>&\E000\E001', U&'\E002\E003\E004');

-- Words by their stem, and as they are written, for those that are typed half.
create function gov_search_words(title text, body text) returns tsvector language sql immutable strict parallel safe
  return setweight(to_tsvector('pg_catalog.norwegian', gov_search_plain(title)) || to_tsvector('pg_catalog.simple', gov_search_plain(title)), 'A')
      || setweight(to_tsvector('pg_catalog.norwegian', gov_search_plain(body)) || to_tsvector('pg_catalog.simple', gov_search_plain(body)), 'C');

-- The same, and last as they are spelled where letters are lacking: the spellings are worked out by the program and stand beside the texts.
create function gov_search_words(title text, body text, spelled text) returns tsvector language sql immutable strict parallel safe
  return gov_search_words(title, body) || setweight(to_tsvector('pg_catalog.simple', left(spelled, 200000)), 'D');

-- Words that are begun, each with its spellings: U+E000 stands between the words, U+E001 between the spellings of one.
create function gov_search_begun(begun text) returns tsquery language sql immutable strict parallel safe
  return coalesce((
    select string_agg('(' || spelled || ')', ' & ')::tsquery
      from unnest(string_to_array(begun, U&'\E000')) word,
           lateral (select string_agg('(' || regexp_replace(q::text, '''(?= |$)', ''':*', 'g') || ')', ' | ') as spelled
                      from unnest(string_to_array(word, U&'\E001')) s, plainto_tsquery('pg_catalog.simple', gov_search_plain(s)) q where numnode(q) > 0) one
     where spelled is not null), ''::tsquery);

-- What was typed, first as it was typed, by stem, and then as it may be spelled, with quotes, minus and "or"; or every word of "begun" as a beginning.
create function gov_search_query(typed text[], begun text) returns tsquery language plpgsql immutable strict parallel safe as $fn$
declare
  sought tsquery := websearch_to_tsquery('pg_catalog.norwegian', gov_search_plain(typed[1])) || gov_search_begun(begun);
  spelled text;
begin
  foreach spelled in array typed[2:] loop sought := sought || websearch_to_tsquery('pg_catalog.simple', gov_search_plain(spelled)); end loop;
  return sought;
end $fn$;

-- A text with U+E000 and U+E001 around its hits: by stem, else as written.
create function gov_search_marked(given text, query tsquery, options text) returns text language sql immutable strict parallel safe
  return case when ts_headline('pg_catalog.norwegian', gov_search_plain(given), query, options) like U&'%\E000%'
    then ts_headline('pg_catalog.norwegian', gov_search_plain(given), query, options)
    else ts_headline('pg_catalog.simple', gov_search_plain(given), query, options) end;

create function gov_create_search(target text) returns void language plpgsql set search_path from current as $fn$
begin
  execute format($sql$
    create table %1$I.search_texts (
      cluster      text     not null,
      kind         text     not null,
      id           uuid     not null,
      part         int      not null,
      title        text     not null,
      text         text     not null,
      said_from    text     null,
      said_through text     null,
      until        date     null,
      for_readers  boolean  not null,
      spelled      text     not null,
      words        tsvector not null generated always as (gov_search_words(title, text, spelled)) stored,
      primary key (cluster, id, kind, part)
    ) with (toast_tuple_target = 8160); -- a row is ranked where it stands, and the planner sees what reading all of them costs
    create index search_texts_words on %1$I.search_texts using gin (words);
    comment on table %1$I.search_texts is 'The texts by which things are found, as known now';
    comment on column %1$I.search_texts.kind is 'decision, body, person, partner or mandate';
    comment on column %1$I.search_texts.part is 'tells the texts of one thing apart';
    comment on column %1$I.search_texts.said_from is 'the day concerned, as precisely as it is known';
    comment on column %1$I.search_texts.until is 'first day on which a name or mandate is no longer in force';
    comment on column %1$I.search_texts.for_readers is 'holds a note or a name that the public is never told';
    comment on column %1$I.search_texts.spelled is 'both texts as they are typed where letters are lacking';
  $sql$, target);
end $fn$;

-- What is there already is told anew.
do $$ declare t record; begin
  for t in select tablename from pg_tables where schemaname = 'reporting' loop execute format('truncate reporting.%I', t.tablename); end loop;
end $$;
select gov_create_search('reporting');
