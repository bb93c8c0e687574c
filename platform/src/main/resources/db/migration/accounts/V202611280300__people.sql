create table person (
  id uuid primary key,
  handle text not null unique,
  name text not null,
  roles text[] not null,
  expertise text[] not null default '{}',
  password text,
  picture bytea,
  locked boolean not null default false,
  joined timestamptz not null,
  departed timestamptz
);

-- A person at a browser. Pending ones have given a password and owe a second factor.
create table session (
  id uuid primary key,
  hash bytea not null unique,
  person uuid not null references person on delete cascade,
  started timestamptz not null,
  last_used timestamptz not null,
  expires timestamptz not null,
  address text not null,
  agent text not null,
  pending boolean not null
);
create index session_person on session (person);
create index session_expires on session (expires);

create table api_token (
  id uuid primary key,
  hash bytea not null unique,
  person uuid not null references person on delete cascade,
  label text not null,
  scopes text[] not null,
  created timestamptz not null,
  expires timestamptz not null,
  last_used timestamptz
);
create index api_token_person on api_token (person);

-- Links that let somebody in once: to set the place up, to join, or to choose a new password.
create table one_time_link (
  hash bytea primary key,
  purpose text not null,
  roles text[] not null,
  person uuid references person on delete cascade,
  made_by uuid references person on delete set null,
  made timestamptz not null,
  expires timestamptz not null
);

-- What is counted to keep guessers slow.
create table attempt (
  key text not null,
  at timestamptz not null
);
create index attempt_key on attempt (key, at);
create index attempt_at on attempt (at);

-- The second factor: a secret shared with an authenticator app, and codes for when it is lost.
create table totp (
  person uuid primary key references person on delete cascade,
  secret bytea not null,
  confirmed boolean not null,
  last_step bigint not null
);
create table recovery_code (
  person uuid not null references person on delete cascade,
  hash bytea not null,
  primary key (person, hash)
);
