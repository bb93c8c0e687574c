-- When content is read again, to see whether it still is what it was; and what was wrong the last time.
alter table blobs add column verify_due timestamptz not null default now();
alter table blobs add column damaged text;
create index blobs_verify_due on blobs (verify_due);
create index blobs_damaged on blobs (sha256) where damaged is not null;
