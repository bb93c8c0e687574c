package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.access.Scope;
import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobState;
import io.aegispcap.platform.jobs.Jobs;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people see of jobs and do with them: their own, or all when they run the place.
@Service
public class JobDesk {
  private final JobQueue queue;
  private final Jobs jobs;
  private final Deeds deeds;
  private final Reads reads;

  JobDesk(JobQueue queue, Jobs jobs, Deeds deeds, Reads reads) {
    this.queue = queue;
    this.jobs = jobs;
    this.deeds = deeds;
    this.reads = reads;
  }

  /// Whether they see everybody's.
  public static boolean seesAll(Caller.Person caller) {
    return caller.may(Permission.ADMINISTER) && caller.scopes().contains(Scope.ADMIN);
  }

  /// The latest first.
  public List<Job> list(
      Caller.Person caller, Set<JobState> states, Optional<JobQueue.Place> before, int most) {
    List<Job> found = queue.list(new JobQueue.Query(ownerFor(caller), states, before), most);
    if (seesAll(caller)) {
      String query = states.stream().map(JobState::slug).sorted().collect(Collectors.joining(" "));
      reads.record(caller, "job.list", "", query, found.size());
    }
    return found;
  }

  public Map<JobState, Integer> count(Caller.Person caller) {
    return queue.count(ownerFor(caller));
  }

  /// @throws ProblemException when there is none that they may see
  public Job require(Caller.Person caller, JobId id) {
    return find(caller, id).orElseThrow(() -> ProblemException.notFound("such job"));
  }

  /// As [#require], for whoever reads it.
  public Job read(Caller.Person caller, JobId id) {
    Job job = require(caller, id);
    if (!job.owner().equals(caller.id())) {
      reads.record(caller, "job.read", id.toString(), "", 1);
    }
    return job;
  }

  /// If they may see it.
  public Optional<Job> find(Caller.Person caller, JobId id) {
    return queue.find(id).filter(job -> seesAll(caller) || job.owner().equals(caller.id()));
  }

  @Transactional
  public void cancel(Caller.Person caller, JobId id) {
    Job job = require(caller, id);
    if (job.state().ended()) {
      throw conflict("The job has ended already.");
    }
    jobs.cancel(id);
    deeds.record(caller, "job.cancel", id.toString(), Map.of("title", job.title()));
  }

  @Transactional
  public void retry(Caller.Person caller, JobId id) {
    Job job = require(caller, id);
    if (job.state() != JobState.FAILED && job.state() != JobState.CANCELLED) {
      throw conflict("Only a job that failed or was cancelled can be tried again.");
    }
    jobs.retry(id);
    deeds.record(caller, "job.retry", id.toString(), Map.of("title", job.title()));
  }

  private static Optional<PersonId> ownerFor(Caller.Person caller) {
    return seesAll(caller) ? Optional.empty() : Optional.of(caller.id());
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(ProblemType.Common.CONFLICT, detail);
  }
}
