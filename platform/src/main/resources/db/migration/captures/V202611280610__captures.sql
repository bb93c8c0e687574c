-- Other modules may join id, name, owner, visibility and deleted_at.
create table captures (
  id uuid primary key,
  name text not null,
  -- People who left keep their row in person.
  owner uuid not null references person,
  visibility text not null check (visibility in ('PRIVATE', 'TEAM', 'PUBLIC')),
  content text not null references blobs (sha256),
  size bigint not null,
  uploaded timestamptz not null,
  tags text[] not null default '{}',
  notes text not null default '',
  deleted_at timestamptz
);
create index captures_owner on captures (owner);
create index captures_content on captures (content);
create index captures_uploaded on captures (uploaded, id) where deleted_at is null;
create index captures_name on captures (lower(name), id) where deleted_at is null;
create index captures_size on captures (size, id) where deleted_at is null;
create index captures_tags on captures using gin (tags);
create index captures_deleted on captures (deleted_at) where deleted_at is not null;

-- Each time a capture is analysed. Until it has an outcome, its job says how far it is.
create table analyses (
  id uuid primary key,
  capture uuid not null references captures on delete cascade,
  job uuid not null unique,
  settings jsonb not null,
  requested_by uuid not null references person,
  requested timestamptz not null,
  outcome text check (outcome in ('DONE', 'FAILED')),
  finished timestamptz,
  document text references blobs (sha256),
  flows text references blobs (sha256),
  report text references blobs (sha256),
  -- What the list and the verdict say without opening the document.
  summary jsonb,
  worst text,
  alerts integer,
  -- Why it failed: the byte of the capture, where there is one, and the reason.
  problem text,
  problem_offset bigint,
  check (coalesce(outcome = 'DONE', false) = (document is not null and flows is not null and report is not null)),
  check (coalesce(outcome = 'FAILED', false) = (problem is not null)),
  check ((outcome is null) = (finished is null))
);
create index analyses_capture on analyses (capture, requested);
create index analyses_document on analyses (document);
create index analyses_flows on analyses (flows);
create index analyses_report on analyses (report);
