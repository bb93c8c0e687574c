-- In which order analyses were asked for, whatever the clocks said then.
alter table analyses add column seq bigint;
update analyses set seq = ordered.seq
  from (select id, row_number() over (order by requested, id) as seq from analyses) ordered
 where analyses.id = ordered.id;
alter table analyses alter column seq set not null;
alter table analyses alter column seq add generated always as identity;
select setval(pg_get_serial_sequence('analyses', 'seq'), coalesce(max(seq), 0) + 1, false)
  from analyses;
drop index analyses_capture;
create index analyses_capture on analyses (capture, seq);
