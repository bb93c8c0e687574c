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

-- Each time a capture is analysed. Until it is done, its job says how far it is.
create table analyses (
  id uuid primary key,
  capture uuid not null references captures on delete cascade,
  job uuid not null unique,
  settings jsonb not null,
  requested_by uuid not null references person,
  requested timestamptz not null,
  outcome text check (outcome in ('DONE', 'FAILED', 'CANCELLED')),
  finished timestamptz,
  document text references blobs (sha256),
  flows text references blobs (sha256),
  report text references blobs (sha256),
  -- What lists and verdicts say without opening the document.
  facts jsonb,
  -- Why it failed.
  problem text,
  check (coalesce(outcome = 'DONE', false)
         = (document is not null and flows is not null and report is not null and facts is not null)),
  check ((outcome is null) = (finished is null))
);
create index analyses_capture on analyses (capture, requested);
create index analyses_document on analyses (document);
create index analyses_flows on analyses (flows);
create index analyses_report on analyses (report);

-- Files on their way here, in pieces. The bytes are in a file named after the id.
create table uploads (
  id uuid primary key,
  owner uuid not null references person,
  name text not null,
  visibility text not null check (visibility in ('PRIVATE', 'TEAM', 'PUBLIC')),
  size bigint not null check (size >= 0),
  -- So many bytes are on disk for good.
  received bigint not null default 0 check (received between 0 and size),
  -- As the client sent it, to be given back.
  metadata text not null,
  begun timestamptz not null,
  expires timestamptz not null,
  -- What came of it, and whether that was there before.
  capture uuid references captures on delete set null,
  known boolean not null default false,
  -- Why it was refused when it was complete.
  refused text
);
create index uploads_owner on uploads (owner);
create index uploads_expires on uploads (expires);
create index uploads_capture on uploads (capture);
