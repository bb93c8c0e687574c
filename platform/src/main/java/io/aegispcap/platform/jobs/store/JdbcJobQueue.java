package io.aegispcap.platform.jobs.store;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobRequest;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.queue.Claim;
import io.aegispcap.platform.jobs.queue.JobQueue;
import io.aegispcap.platform.jobs.queue.JobSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Times are of the database's clock, which all nodes share, and which may be set forth and back; a
/// trigger tells nodes of changes.
@Repository
class JdbcJobQueue implements JobQueue {
  private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
  private static final UUID NOBODY = new UUID(0, 0);

  /// A lease or a delay that is longer than any we give is of a clock that was set back since.
  private static final String LAPSED =
      "(leased < now() or leased > now() + make_interval(secs => :longest_lease))";

  private static final Duration AT_LEAST = Duration.ofHours(1);

  private final JdbcClient sql;
  private final JobSettings terms;

  JdbcJobQueue(JdbcClient sql, JobSettings terms) {
    this.sql = sql;
    this.terms = terms;
  }

  @Override
  public void add(JobId id, JobRequest request, String arguments) {
    sql.sql(
            """
            insert into job (id, kind, owner, title, place, arguments, state)
            values (:id, :kind, :owner, :title, :place, :arguments, 'QUEUED')
            """)
        .param("id", id.value())
        .param("kind", request.kind())
        .param("owner", request.owner().value())
        .param("title", request.title())
        .param("place", request.place())
        .param("arguments", arguments)
        .update();
  }

  @Override
  public Optional<Job> find(JobId id) {
    return sql.sql("select * from job where id = :id")
        .param("id", id.value())
        .query(JobRows::job)
        .optional();
  }

  @Override
  public List<Job> list(Query query, int most) {
    return sql.sql(
            """
            select * from job
             where (:everybodys or owner = :owner)
               and (:any_state or state = any (:states))
               and (submitted, id) < (:before, :before_id)
             order by submitted desc, id desc limit :most
            """)
        .param("everybodys", query.owner().isEmpty())
        .param("owner", query.owner().map(PersonId::value).orElse(NOBODY))
        .param("any_state", query.states().isEmpty())
        .param("states", names(query.states()))
        .param("before", SqlInstant.of(query.before().map(Place::submitted).orElse(FAR)))
        .param("before_id", query.before().map(place -> place.id().value()).orElse(NOBODY))
        .param("most", most)
        .query(JobRows::job)
        .list();
  }

  private static String[] names(Set<JobState> states) {
    return states.stream().map(JobState::name).toArray(String[]::new);
  }

  @Override
  public Map<JobState, Integer> count(Optional<PersonId> owner) {
    Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
    sql.sql(
            """
            select state, count(*) as jobs from job
             where :everybodys or owner = :owner group by state
            """)
        .param("everybodys", owner.isEmpty())
        .param("owner", owner.map(PersonId::value).orElse(NOBODY))
        .query(
            row -> {
              counts.put(JobState.valueOf(row.getString("state")), row.getInt("jobs"));
            });
    return counts;
  }

  @Override
  public Map<Pile, Integer> piles(Set<JobState> states) {
    Map<Pile, Integer> piles = new HashMap<>();
    sql.sql(
            """
            select kind, state, count(*) as jobs from job
             where state = any (:states) group by kind, state
            """)
        .param("states", names(states))
        .query(
            row -> {
              piles.put(
                  new Pile(row.getString("kind"), JobState.valueOf(row.getString("state"))),
                  row.getInt("jobs"));
            });
    return piles;
  }

  @Override
  public Optional<Claim> claim(Collection<String> kinds, Duration lease, int attempts) {
    return sql.sql(
            """
            update job
               set state = 'RUNNING', fence = fence + 1, attempt = attempt + 1, started = now(),
                   leased = now() + make_interval(secs => :lease), progress = 0, step = ''
             where id = (
               select waiting.id from job waiting
                where waiting.kind = any (:kinds)
                  and (waiting.state = 'QUEUED'
                       and (waiting.due <= now()
                         or waiting.due > now() + make_interval(secs => :longest_delay))
                    or waiting.state = 'RUNNING' and %s
                      and waiting.attempt < :attempts and not waiting.cancelling)
                order by (select count(*) from job running
                           where running.state = 'RUNNING' and running.owner = waiting.owner),
                      waiting.due
                limit 1 for update of waiting skip locked)
            returning *
            """
                .formatted(LAPSED))
        .param("lease", seconds(lease))
        .param("longest_lease", seconds(doubtful(terms.lease())))
        .param("longest_delay", seconds(doubtful(terms.longestBackoff())))
        .param("kinds", kinds.toArray(String[]::new))
        .param("attempts", attempts)
        .query(JobRows::claim)
        .optional();
  }

  @Override
  public List<Claim> lapsed(int attempts) {
    return sql.sql(
            """
            select * from job
             where state = 'RUNNING' and %s and (cancelling or attempt >= :attempts)
               for update skip locked
            """
                .formatted(LAPSED))
        .param("longest_lease", seconds(doubtful(terms.lease())))
        .param("attempts", attempts)
        .query(JobRows::claim)
        .list();
  }

  @Override
  public List<Renewed> renew(Collection<Claim> held, Duration lease) {
    return sql.sql(
            """
            update job set leased = now() + make_interval(secs => :lease)
              from unnest(:ids, :fences) as held (id, fence)
             where job.id = held.id and job.fence = held.fence and job.state = 'RUNNING'
            returning job.id, job.fence, job.cancelling
            """)
        .param("lease", seconds(lease))
        .param("ids", held.stream().map(claim -> claim.job().id().value()).toArray(UUID[]::new))
        .param("fences", held.stream().map(Claim::fence).toArray(Long[]::new))
        .query(
            (row, _) ->
                new Renewed(
                    new JobId(row.getObject("id", UUID.class)),
                    row.getLong("fence"),
                    row.getBoolean("cancelling")))
        .list();
  }

  @Override
  public void progress(Claim claim, double fraction, String step) {
    held("update job set progress = :progress, step = :step", claim)
        .param("progress", fraction)
        .param("step", step)
        .update();
  }

  @Override
  public boolean end(Claim claim, JobState state, Optional<String> problem) {
    return held(
                """
                update job
                   set state = :state, problem = :problem, ended = now(), leased = null, step = '',
                       progress = case when :done then 1 else progress end
                """,
                claim,
                "and not (:done and cancelling)")
            .param("state", state.name())
            .param("done", state == JobState.DONE)
            .param("problem", problem.orElse(null))
            .update()
        == 1;
  }

  @Override
  public boolean again(Claim claim, Duration delay, String problem) {
    return held(
                """
                update job
                   set state = 'QUEUED', problem = :problem, leased = null, progress = 0, step = '',
                       due = now() + make_interval(secs => :delay)
                """,
                claim,
                "and not cancelling")
            .param("problem", problem)
            .param("delay", seconds(delay))
            .update()
        == 1;
  }

  /// With a new fence: who had it may still run.
  @Override
  public void giveBack(Claim claim) {
    held(
            """
            update job
               set state = 'QUEUED', attempt = attempt - 1, fence = fence + 1, leased = null,
                   progress = 0, step = ''
            """,
            claim)
        .update();
  }

  private JdbcClient.StatementSpec held(String update, Claim claim) {
    return held(update, claim, "");
  }

  private JdbcClient.StatementSpec held(String update, Claim claim, String condition) {
    return sql.sql(update + " where id = :id and fence = :fence and state = 'RUNNING' " + condition)
        .param("id", claim.job().id().value())
        .param("fence", claim.fence());
  }

  @Override
  public boolean cancelQueued(JobId id) {
    return sql.sql(
                """
                update job set state = 'CANCELLED', ended = now(), cancelling = true
                 where id = :id and state = 'QUEUED'
                """)
            .param("id", id.value())
            .update()
        == 1;
  }

  @Override
  public void cancelRunning(JobId id) {
    sql.sql("update job set cancelling = true where id = :id and state = 'RUNNING'")
        .param("id", id.value())
        .update();
  }

  @Override
  public boolean retry(JobId id) {
    return sql.sql(
                """
                update job
                   set state = 'QUEUED', due = now(), attempt = 0, progress = 0, step = '',
                       problem = null, cancelling = false, started = null, ended = null
                 where id = :id and state in ('FAILED', 'CANCELLED')
                """)
            .param("id", id.value())
            .update()
        == 1;
  }

  @Override
  public void forget(PersonId owner) {
    sql.sql("delete from job where owner = :owner").param("owner", owner.value()).update();
  }

  @Override
  public void prune(Duration kept) {
    sql.sql("delete from job where ended < now() - make_interval(secs => :kept)")
        .param("kept", seconds(kept))
        .update();
  }

  /// Longer than nodes with other settings give, too.
  private static Duration doubtful(Duration longest) {
    Duration twice = longest.multipliedBy(2);
    return twice.compareTo(AT_LEAST) > 0 ? twice : AT_LEAST;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
