-- Posts that carried an Idempotency-Key. Without a status: not answered yet.
create table idempotency_key (
  person uuid not null,
  key text not null,
  fingerprint bytea not null,
  expires timestamptz not null,
  status integer,
  headers text[],
  body bytea,
  primary key (person, key)
);
create index idempotency_key_expires on idempotency_key (expires);
