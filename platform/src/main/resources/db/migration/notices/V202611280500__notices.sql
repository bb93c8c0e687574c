create table notice (
  id bigint generated always as identity primary key,
  person uuid not null references person on delete cascade,
  topic text not null,
  text text not null,
  path text not null,
  at timestamptz not null,
  read boolean not null default false,
  -- Telling somebody the same thing twice is telling it once.
  unique (person, topic)
);
create index notice_unread on notice (person) where not read;
