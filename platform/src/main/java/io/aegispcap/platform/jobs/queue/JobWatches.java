package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.Job;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.Jobs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Who watches which job at this node.
@Component
class JobWatches implements JobBell.Hearer {
  private static final Logger LOG = LoggerFactory.getLogger(JobWatches.class);

  private final JobQueue queue;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

  JobWatches(JobQueue queue) {
    this.queue = queue;
  }

  /// One of them, and what it was told last.
  private final class Watcher implements Jobs.Watch {
    private final JobId id;
    private final Consumer<Job> listener;
    private Optional<Job> told = Optional.empty();

    Watcher(JobId id, Consumer<Job> listener) {
      this.id = id;
      this.listener = listener;
    }

    synchronized void tell() {
      Optional<Job> now = queue.find(id);
      if (now.isEmpty()) {
        close();
      } else if (!now.equals(told)) {
        told = now;
        hand(now.get());
      }
    }

    private void hand(Job job) {
      try {
        listener.accept(job);
      } catch (RuntimeException fault) {
        LOG.error("A watcher of job {} failed and is told nothing more", id, fault);
        close();
      }
    }

    @Override
    public void close() {
      watchers.remove(this);
    }
  }

  Jobs.Watch watch(JobId id, Consumer<Job> listener) {
    Watcher watcher = new Watcher(id, listener);
    watchers.add(watcher);
    try {
      watcher.tell();
      return watcher;
    } catch (RuntimeException unanswered) {
      watcher.close();
      throw unanswered;
    }
  }

  @Override
  public void changed(JobId id) {
    watchers.stream().filter(watcher -> watcher.id.equals(id)).forEach(Watcher::tell);
  }

  @Override
  public void quiet() {
    watchers.forEach(Watcher::tell);
  }
}
