package io.aegispcap.platform.jobs.queue;

import io.aegispcap.platform.jobs.JobId;
import io.aegispcap.platform.jobs.JobRun;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An attempt under way at this node.
final class Run implements JobRun {
  private final Claim claim;
  private final JsonMapper json;
  private final AtomicReference<@Nullable Progress> unsaved = new AtomicReference<>();
  private volatile End end = End.NONE;
  private volatile boolean told;

  Run(Claim claim, JsonMapper json) {
    this.claim = claim;
    this.json = json;
  }

  /// Why it should end early.
  enum End {
    NONE,
    CANCELLED,
    LOST,
    STOPPING
  }

  record Progress(double fraction, String step) {}

  Claim claim() {
    return claim;
  }

  @Override
  public JobId id() {
    return claim.job().id();
  }

  @Override
  public int attempt() {
    return claim.job().attempt();
  }

  @Override
  public <T> T arguments(Class<T> type) {
    return json.readValue(claim.arguments(), type);
  }

  @Override
  public void progress(double fraction, String step) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("progress is from 0 to 1, not " + fraction);
    }
    unsaved.set(new Progress(fraction, step));
  }

  @Override
  public boolean cancelled() {
    boolean ends = end != End.NONE;
    told |= ends;
    return ends;
  }

  /// The first reason stays.
  synchronized void endEarly(End why) {
    if (end == End.NONE) {
      end = why;
    }
  }

  End end() {
    return end;
  }

  /// Whether the handler knows that it should end: then what it returns means nothing.
  boolean told() {
    return told;
  }

  Optional<Progress> takeProgress() {
    return Optional.ofNullable(unsaved.getAndSet(null));
  }
}
