package io.aegispcap.analysis.detection.tracking;

import io.aegispcap.analysis.detection.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Things that are watched until they are judged: at the end, or when one must go for lack of room.
public final class Watched<V> {
  private final TrackMap<V> things;
  private final Function<V, Optional<Finding>> judge;
  private final List<Finding> found = new ArrayList<>();

  /// @param capacity most things watched at a time
  /// @param judge what is wrong with a thing, if anything
  public Watched(int capacity, TrackMap.Fresh<V> fresh, Function<V, Optional<Finding>> judge) {
    this.things = new TrackMap<>(capacity, fresh, this::conclude);
    this.judge = judge;
  }

  /// What is known of a thing, as [TrackMap#at].
  public V at(long a, long b, long c, long d, long e, long now) {
    return things.at(a, b, c, d, e, now);
  }

  /// Whether a thing is watched.
  public boolean has(long a, long b, long c, long d, long e) {
    return things.has(a, b, c, d, e);
  }

  private void conclude(V thing) {
    judge.apply(thing).ifPresent(found::add);
  }

  /// Judges what is still watched; first come the findings about what had to go.
  public void finish(Consumer<Finding> findings) {
    things.forEach(this::conclude);
    found.forEach(findings);
  }
}
