create table job (
  id uuid primary key,
  kind text not null,
  owner uuid not null references person on delete cascade,
  title text not null,
  place text not null,
  -- JSON; as text, since PostgreSQL's types refuse some of it.
  arguments text not null,
  state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  progress double precision not null default 0 check (progress between 0 and 1),
  step text not null default '',
  attempt integer not null default 0,
  problem text,
  cancelling boolean not null default false,
  -- All times are of the database's clock, which all nodes share.
  submitted timestamptz not null default now(),
  due timestamptz not null default now(),
  started timestamptz,
  ended timestamptz,
  -- Counts how often the job was given to a worker: who holds an older number has lost it.
  fence bigint not null default 0,
  -- Until when the worker has it, unless it says that it goes on.
  leased timestamptz
);
create index job_due on job (due) where state = 'QUEUED';
create index job_leased on job (leased) where state = 'RUNNING';
create index job_owner on job (owner, submitted desc, id);
create index job_submitted on job (submitted desc, id);
create index job_ended on job (ended) where ended is not null;
