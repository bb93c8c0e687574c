-- What was done. Each row's hash covers the row and the hash of the one before.
create table audit_entry (
  seq bigint primary key,
  at timestamptz not null,
  person uuid,
  address text not null,
  action text not null,
  target text not null,
  detail text not null,
  hash bytea not null
);
create index audit_entry_person on audit_entry (person, seq);

-- The end of the chain, so that rows missing there are missed too.
create table audit_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash bytea not null
);
insert into audit_head (seq, hash) values (0, '');

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function audit_is_append_only();
