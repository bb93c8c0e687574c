-- The first rows of what the pages of a capture list; null for analyses of earlier versions.
alter table analysis_overview add column hosts jsonb, add column names jsonb, add column files jsonb;
