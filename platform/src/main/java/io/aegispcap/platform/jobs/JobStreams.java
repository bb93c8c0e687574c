package io.aegispcap.platform.captures.web;

import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.Jobs;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The streams that are open; they end before the server waits for requests to end.
@Component
class ProgressStreams implements SmartLifecycle {
  private static final int MOST = 500;

  private final Jobs jobs;
  private final Set<ProgressStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  ProgressStreams(Jobs jobs) {
    this.jobs = jobs;
  }

  /// Empty when too many are open.
  Optional<SseEmitter> open(Map<JobId, CaptureId> watched) {
    if (open.size() >= MOST || !running) {
      return Optional.empty();
    }
    ProgressStream stream = new ProgressStream(watched);
    open.add(stream);
    Thread.ofVirtual()
        .name("progress")
        .start(
            () -> {
              try {
                stream.run(jobs);
              } finally {
                open.remove(stream);
              }
            });
    return Optional.of(stream.emitter());
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    open.forEach(ProgressStream::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
