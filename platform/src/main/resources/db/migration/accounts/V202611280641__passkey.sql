create table passkey (
  id bytea primary key,
  person uuid not null references person on delete cascade,
  label text not null,
  public_key bytea not null,
  signatures bigint not null,
  verified boolean not null,
  transports text[] not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  attestation bytea not null,
  client_data bytea not null,
  created timestamptz not null,
  last_used timestamptz not null
);
create index passkey_person on passkey (person);

-- What authenticators were asked to sign.
create table passkey_challenge (
  hash bytea primary key,
  person uuid references person on delete cascade,
  challenge bytea not null,
  expires timestamptz not null
);
create index passkey_challenge_expires on passkey_challenge (expires);
