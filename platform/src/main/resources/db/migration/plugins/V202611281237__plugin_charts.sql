-- Charts that plugins declared, with the numbers of the latest analysis of each capture.
create table plugin_chart (
  capture uuid not null references captures on delete cascade,
  plugin uuid not null references plugin on delete cascade,
  at timestamptz not null,
  answers jsonb not null,
  primary key (capture, plugin)
);
create index plugin_chart_plugin on plugin_chart (plugin, at desc);

-- Trials kept the titles of charts; from now on they keep their numbers too.
update plugin_trial set outcome = jsonb_set(outcome, '{charts}', '[]') where outcome is not null;
