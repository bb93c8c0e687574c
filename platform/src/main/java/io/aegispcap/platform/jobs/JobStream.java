package io.aegispcap.platform.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells one browser about some jobs until all have ended. What the browser is too slow to hear is
/// left out; the last of each job never is.
final class JobStream {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /// A comment now and then shows whether the browser is still there.
  private static final Duration QUIET = Duration.ofSeconds(15);

  private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
  private final Map<JobId, UUID> watched;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<JobId, Job> news = new LinkedHashMap<>();
  private boolean ended;

  JobStream(Map<JobId, UUID> watched) {
    this.watched = Map.copyOf(watched);
    emitter.onCompletion(this::end);
    emitter.onTimeout(this::end);
    emitter.onError(_ -> end());
  }

  SseEmitter emitter() {
    return emitter;
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// What a browser is told.
  ///
  /// @param of what the page shows it as: the job, or what it is about
  record Progress(UUID of, String state, int percent, String step) {}

  void run(Jobs jobs) {
    List<Jobs.Watch> watches = new ArrayList<>();
    try {
      watched.keySet().forEach(id -> watches.add(jobs.watch(id, this::hear)));
      tell();
      emitter.complete();
    } catch (IOException _) {
      end(); // the browser went away
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      watches.forEach(Jobs.Watch::close);
    }
  }

  private void hear(Job job) {
    lock.lock();
    try {
      news.put(job.id(), job);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void tell() throws IOException, InterruptedException {
    Set<JobId> left = new HashSet<>(watched.keySet());
    while (!left.isEmpty()) {
      List<Job> latest = await();
      if (latest.isEmpty()) {
        if (over()) {
          return;
        }
        emitter.send(SseEmitter.event().comment("still here"));
      }
      for (Job job : latest) {
        emitter.send(
            SseEmitter.event().name("progress").data(progress(job), MediaType.APPLICATION_JSON));
        if (job.state().ended()) {
          left.remove(job.id());
        }
      }
    }
    emitter.send(SseEmitter.event().name("end").data("all"));
  }

  private boolean over() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  private List<Job> await() throws InterruptedException {
    lock.lock();
    try {
      long left = QUIET.toNanos();
      while (news.isEmpty() && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      List<Job> latest = ended ? List.of() : List.copyOf(news.values());
      news.clear();
      return latest;
    } finally {
      lock.unlock();
    }
  }

  private Progress progress(Job job) {
    return new Progress(
        Objects.requireNonNull(watched.get(job.id())),
        job.state().slug(),
        (int) Math.floor(job.progress() * 100),
        job.step());
  }
}
