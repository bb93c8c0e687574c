-- Until when the same request can't take a key again that has no answer. Keys of an earlier version
-- without an answer belong to requests that a server went down with.
alter table idempotency_key add column leased timestamptz;
update idempotency_key set leased = now() where status is null;
