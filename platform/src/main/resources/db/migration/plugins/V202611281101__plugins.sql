-- Packages that somebody offered, with the verdicts of their checks; those that were consented to run.
create table plugin (
  id uuid primary key,
  package text not null,
  version text not null,
  content text not null references blobs,
  manifest text not null,
  author_key text not null default '',
  trust text not null,
  refused boolean not null,
  checks jsonb not null,
  state text not null check (state in ('OFFERED', 'ENABLED', 'DISABLED', 'SUSPENDED')),
  granted text[] not null default '{}',
  settings jsonb not null default '{}',
  kept jsonb not null default '{}',
  place integer not null default 0,
  offered timestamptz not null,
  offered_by uuid not null,
  installed timestamptz,
  unique (package, version, content)
);
create index plugin_content on plugin (content);
create unique index plugin_installed on plugin (package) where state <> 'OFFERED';

-- To whom a namespace belongs, and whose packages are no longer taken.
create table plugin_namespace (namespace text primary key, author_key text not null, pinned timestamptz not null);
create table plugin_revoked_key (author_key text primary key, revoked timestamptz not null);
create table plugin_newest (package text primary key, version text not null);

create table plugin_failure (
  id bigint generated always as identity primary key,
  plugin uuid not null references plugin on delete cascade,
  cause text not null,
  message text not null,
  batch bigint not null,
  at timestamptz not null,
  output text[] not null
);
create index plugin_failure_plugin on plugin_failure (plugin, id desc);

-- What a plugin cost in an analysis.
create table plugin_run (
  id bigint generated always as identity primary key,
  plugin uuid not null references plugin on delete cascade,
  capture uuid references captures on delete set null,
  at timestamptz not null,
  cpu_millis bigint not null,
  peak_bytes bigint not null,
  wall_millis bigint not null,
  findings bigint not null,
  notes bigint not null,
  failures integer not null
);
create index plugin_run_plugin on plugin_run (plugin, id desc);
create index plugin_run_capture on plugin_run (capture);

create table plugin_trial (
  id uuid primary key,
  plugin uuid not null references plugin on delete cascade,
  capture uuid not null references captures on delete cascade,
  asked_by uuid not null,
  asked timestamptz not null,
  job uuid not null,
  outcome jsonb
);
create index plugin_trial_plugin on plugin_trial (plugin, asked desc);
create index plugin_trial_capture on plugin_trial (capture);
