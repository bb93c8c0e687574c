-- What analyses found. Columns beside the document are for lists, filters and search.
create table alert (
  id bigint generated always as identity primary key,
  capture uuid not null references captures on delete cascade,
  -- The same when the capture is analysed again.
  engine_id text not null,
  -- The analysis that found it last.
  analysis uuid not null,
  -- Whether the latest analysis still finds it.
  found boolean not null default true,
  detector text not null,
  detector_name text not null,
  severity smallint not null check (severity between 0 and 4),
  sentence text not null,
  subject text not null,
  target text not null,
  hosts text[] not null,
  techniques text[] not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  occurrences bigint not null,
  -- JSON as the analysis wrote it: text, since jsonb takes no NUL, which names from the wire may hold.
  document text not null,
  words tsvector not null,
  arrived timestamptz not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'IN_PROGRESS', 'ESCALATED', 'ARCHIVED')),
  reason text check (reason in ('TRUE_POSITIVE', 'BENIGN', 'FALSE_POSITIVE', 'DUPLICATE')),
  assignee uuid references person,
  version bigint not null default 0,
  check (reason is null or state = 'ARCHIVED'),
  unique (capture, engine_id)
);
-- The inbox: what is to be done, the worst first, or the newest; and what was done.
create index alert_active on alert (severity desc, id desc) where state <> 'ARCHIVED';
create index alert_active_newest on alert (id desc) where state <> 'ARCHIVED';
create index alert_state on alert (state, severity desc, id desc);
create index alert_severity on alert (severity desc, id desc);
create index alert_assignee on alert (assignee, severity desc, id desc) where assignee is not null;
create index alert_detector on alert (detector, subject);
create index alert_hosts on alert using gin (hosts);
create index alert_words on alert using gin (words);

-- A rule does what its maker could do by hand: it archives what comes in.
create table alert_rule (
  id bigint generated always as identity primary key,
  made_by uuid not null references person,
  made timestamptz not null,
  detector text not null,
  detector_name text not null,
  -- Empty for any.
  subject text not null,
  target text not null,
  most_severe smallint not null check (most_severe between 0 and 4),
  reason text not null check (reason in ('TRUE_POSITIVE', 'BENIGN', 'FALSE_POSITIVE', 'DUPLICATE')),
  enabled boolean not null default true,
  archived bigint not null default 0
);
create index alert_rule_detector on alert_rule (detector) where enabled;

-- What was done to alerts, by one person at once, or by the platform.
create table alert_action (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- Null where the platform did it.
  person uuid references person,
  kind text not null check (kind in ('CHANGE', 'UNDO', 'RULE', 'LOST', 'FOUND')),
  -- Not a foreign key: a rule may go, what it did stays.
  rule bigint,
  undoes bigint references alert_action,
  undone boolean not null default false
);
create index alert_action_undo on alert_action (person, id desc) where kind in ('CHANGE', 'RULE') and not undone;

create table alert_change (
  action bigint not null references alert_action,
  alert bigint not null references alert on delete cascade,
  state_before text not null,
  reason_before text,
  assignee_before uuid,
  state_after text not null,
  reason_after text,
  assignee_after uuid,
  primary key (action, alert)
);
create index alert_change_alert on alert_change (alert, action);

create table alert_comment (
  id bigint generated always as identity primary key,
  alert bigint not null references alert on delete cascade,
  person uuid not null references person,
  at timestamptz not null,
  edited timestamptz,
  text text not null
);
create index alert_comment_alert on alert_comment (alert, id);
create index alert_comment_person on alert_comment (person);

create table alert_filter (
  id bigint generated always as identity primary key,
  person uuid not null references person on delete cascade,
  name text not null,
  query text not null,
  unique (person, name)
);
