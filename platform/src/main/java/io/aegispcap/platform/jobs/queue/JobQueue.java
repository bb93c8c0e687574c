package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobRequest;
import io.aegispcap.platform.jobs.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All jobs. What a worker says of a job counts only while it has the newest fence.
public interface JobQueue {

  void add(JobId id, JobRequest request, String arguments);

  Optional<Job> find(JobId id);

  /// The latest first.
  List<Job> list(Query query, int most);

  /// @param owner whose; everybody's when empty
  /// @param states in which; all when empty
  /// @param before only those after this one in the list
  record Query(Optional<PersonId> owner, Set<JobState> states, Optional<Place> before) {
    public Query {
      states = Set.copyOf(states);
    }
  }

  /// A job's place in lists.
  record Place(Instant submitted, JobId id) {}

  /// How many of somebody's, or of all, are in each state.
  Map<JobState, Integer> count(Optional<PersonId> owner);

  /// How many of everybody's there are of each kind in these states; those with none are absent.
  Map<Pile, Integer> piles(Set<JobState> states);

  /// Jobs of one kind in one state.
  record Pile(String kind, JobState state) {}

  /// Gives out the job that waits longest of whoever has the fewest running: a queued one that is
  /// due, or one whose worker did not renew it in time.
  ///
  /// @param attempts after how many a job whose workers vanish is not given out any more
  Optional<Claim> claim(Collection<String> kinds, Duration lease, int attempts);

  /// Those that no worker renewed in time and that are not to be given out again.
  List<Claim> lapsed(int attempts);

  /// @return those that are still held
  List<Renewed> renew(Collection<Claim> held, Duration lease);

  /// @param cancelling whether somebody wants it to end
  record Renewed(JobId id, long fence, boolean cancelling) {}

  void progress(Claim claim, double fraction, String step);

  /// Ends a running job; as done only when nobody cancelled it.
  ///
  /// @return whether it was still the claim's to end
  boolean end(Claim claim, JobState state, Optional<String> problem);

  /// Queues a running job for another attempt, unless somebody cancelled it.
  ///
  /// @return whether it was still the claim's to queue
  boolean again(Claim claim, Duration delay, String problem);

  /// Queues a running job as if it had not been given out.
  void giveBack(Claim claim);

  /// Ends it when it is queued.
  boolean cancelQueued(JobId id);

  /// Asks it to end when it is running.
  void cancelRunning(JobId id);

  /// Queues it when it failed or was cancelled.
  ///
  /// @return whether it was
  boolean retry(JobId id);

  void forget(PersonId owner);

  /// Forgets what ended longer ago than this.
  void prune(Duration kept);
}
