-- Decisions that are being written. Once recorded only the decision's id is left here, so that whoever comes back finds it.
create table gov_drafts (
  id uuid primary key,
  cluster text not null,
  corrects uuid,
  document jsonb not null,
  version integer not null,
  sent uuid not null,
  started_by text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  decision uuid
);
create index gov_drafts_open on gov_drafts (cluster, saved_at desc) where decision is null;
comment on column gov_drafts.document is 'As POST of a decision or correction takes it, with what is half filled in.';
comment on column gov_drafts.sent is 'The form it was last saved from: the same form sent twice is saved once.';
