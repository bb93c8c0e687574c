-- Wakes workers and watchers on all nodes when the change is committed. Renewing a lease tells nobody.
create function job_tell() returns trigger language plpgsql as $$
begin
  perform pg_notify('job_changed', new.id::text);
  if new.state = 'QUEUED' then
    perform pg_notify('job_due', '');
  end if;
  return null;
end
$$;
create trigger job_tells
  after insert or update of state, progress, step, attempt, problem, cancelling on job
  for each row execute function job_tell();
