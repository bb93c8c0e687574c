package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.JobId;
import java.util.List;
import org.springframework.stereotype.Component;

/// Passes on what the database tells of jobs. It may miss something, so nobody relies on it alone.
@Component
public class JobBell {
  private final List<Hearer> hearers;

  JobBell(List<Hearer> hearers) {
    this.hearers = List.copyOf(hearers);
  }

  /// Whoever wants to know.
  public interface Hearer {

    /// Some job may be ready to be given out.
    default void due() {}

    default void changed(JobId id) {}

    /// Anything may have changed: it was quiet for a while, or the connection was lost.
    default void quiet() {}
  }

  public void due() {
    hearers.forEach(Hearer::due);
  }

  public void changed(JobId id) {
    hearers.forEach(hearer -> hearer.changed(id));
  }

  public void quiet() {
    hearers.forEach(Hearer::quiet);
  }
}
