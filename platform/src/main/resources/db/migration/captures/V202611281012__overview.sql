-- What the page of a capture shows of all its traffic, worked out with the analysis.
create table analysis_overview (
  analysis uuid primary key references analyses on delete cascade,
  traffic jsonb not null
);
