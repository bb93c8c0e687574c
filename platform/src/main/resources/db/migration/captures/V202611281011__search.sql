-- Comes with PostgreSQL; owners of a database may create it.
create extension if not exists pg_trgm;

-- Hosts of each capture as its latest analysis saw them: addresses, and names that were asked for or spoken to.
create table capture_host (
  capture uuid not null references captures on delete cascade,
  host text not null,
  address boolean not null,
  flows bigint not null,
  primary key (capture, host)
);
create index capture_host_host on capture_host using gin (host gin_trgm_ops);

-- What people wrote about a capture. array_to_string depends on settings for other types than text alone.
create function capture_words(name text, tags text[], notes text) returns text
  language sql immutable parallel safe
  return lower(name || ' ' || array_to_string(tags, ' ') || ' ' || notes);
create index captures_words on captures using gin (capture_words(name, tags, notes) gin_trgm_ops)
 where deleted_at is null;
