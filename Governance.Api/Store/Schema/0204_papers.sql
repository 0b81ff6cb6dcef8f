-- The papers of meetings, in pieces of a mebibyte: never on a node's disk, and read and written a piece at a time.
create table gov_papers (
  tenant_id  text        not null,
  id         uuid        not null,
  meeting    uuid        not null,
  name       text        not null,
  media_type text        not null,
  size       bigint      not null,
  hash       bytea       not null,
  added_by   text        not null,
  added_at   timestamptz not null,
  primary key (tenant_id, id)
);
create table gov_paper_pieces (
  tenant_id text  not null,
  paper     uuid  not null,
  number    int   not null,
  bytes     bytea not null,
  primary key (tenant_id, paper, number),
  foreign key (tenant_id, paper) references gov_papers on delete cascade
);
-- What is in them is compressed already, mostly.
alter table gov_paper_pieces alter column bytes set storage external;

comment on column gov_papers.tenant_id  is 'internal: the cluster';
comment on column gov_papers.id         is 'internal';
comment on column gov_papers.meeting    is 'internal';
comment on column gov_papers.name       is 'internal: public with the minutes, where the item is open';
comment on column gov_papers.media_type is 'internal';
comment on column gov_papers.size       is 'internal';
comment on column gov_papers.hash       is 'internal: SHA-256 of the bytes';
comment on column gov_papers.added_by   is 'internal: the id of the key or account';
comment on column gov_papers.added_at   is 'internal';

comment on column gov_paper_pieces.tenant_id is 'internal: the cluster';
comment on column gov_paper_pieces.paper     is 'internal';
comment on column gov_paper_pieces.number    is 'internal: from 0';
comment on column gov_paper_pieces.bytes     is 'internal: public with the minutes, where the item is open';
