-- Content that is kept. Tables of other modules reference it; what none references is collected.
create table blobs (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  -- When it was last stored; collected some time after that at the earliest.
  stored timestamptz not null
);
create index blobs_stored on blobs (stored);

-- Content about to be put into the store by somebody, who removes this with writing the row above. Left
-- behind by a crash, it tells what to look for.
create table blob_announced (
  upload uuid primary key,
  sha256 text not null,
  at timestamptz not null
);
create index blob_announced_sha256 on blob_announced (sha256);
create index blob_announced_at on blob_announced (at);

-- Content to be removed from the store, unless somebody stores it again first.
create table blob_doomed (
  sha256 text primary key
);
