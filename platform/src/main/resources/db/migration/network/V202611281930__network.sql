-- What is known of the network as a whole: no row, or one.
create table network (
  sole boolean primary key default true check (sole),
  -- Blocks in CIDR notation; none for private and link-local ones.
  home text[] not null default '{}',
  -- A file of `aegis calibrate`, who brought it and when.
  calibration text,
  calibrated_by uuid references person,
  calibrated timestamptz,
  check ((calibration is null) = (calibrated is null) and (calibration is null) = (calibrated_by is null))
);

-- Lines of its allow-list: what is allowed, and devices.
create table network_entry (
  id bigint generated always as identity primary key,
  -- A JSON object, always in the same words: text, since jsonb takes no NUL.
  line text not null,
  added_by uuid not null references person,
  added timestamptz not null
);
create unique index network_entry_line on network_entry (md5(line));
