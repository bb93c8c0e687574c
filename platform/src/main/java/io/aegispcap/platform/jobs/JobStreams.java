package io.aegispcap.platform.jobs;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Streams that tell browsers how far jobs are, as it changes (server-sent events, HTML 9.2); those
/// that are open end before the server waits for requests to end.
@Component
public class JobStreams implements SmartLifecycle {
  private static final int MOST = 500;

  private final Jobs jobs;
  private final Set<JobStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  JobStreams(Jobs jobs) {
    this.jobs = jobs;
  }

  /// An answer that tells of these jobs until all have ended. Nothing to tell, or too many who
  /// listen, is 204, on which browsers do not ask again.
  ///
  /// @param watched the jobs, and what the page shows each as
  public ResponseEntity<SseEmitter> answer(Map<JobId, UUID> watched) {
    return watched.isEmpty() || open.size() >= MOST || !running
        ? ResponseEntity.noContent().build()
        : ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(open(watched));
  }

  private SseEmitter open(Map<JobId, UUID> watched) {
    JobStream stream = new JobStream(watched);
    open.add(stream);
    Thread.ofVirtual()
        .name("jobs-progress")
        .start(
            () -> {
              try {
                stream.run(jobs);
              } finally {
                open.remove(stream);
              }
            });
    return stream.emitter();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    open.forEach(JobStream::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
