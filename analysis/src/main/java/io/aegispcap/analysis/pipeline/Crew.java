package io.aegispcap.analysis.pipeline;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Threads that take turns at the steps of a run. Each step handles batches in order, one thread at
/// a time; a thread takes the step furthest down the line that has something to do, but for
/// decoding when few batches are underway: the others would wait for it.
final class Crew {
  /// Batches between decoding and collecting; they bound memory, and hide uneven lanes.
  private static final int BATCHES = 8;

  /// Batches underway that lanes find enough to do in.
  private static final int ENOUGH = BATCHES / 2;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Decoding decoding;
  private final Lane[] lanes;
  private final Collecting collecting;
  private final List<PacketBatch> batches = new ArrayList<>();
  private final Deque<PacketBatch> free = new ArrayDeque<>();
  private final List<Deque<PacketBatch>> waiting = new ArrayList<>();
  private final boolean[] laneBusy;
  private final Deque<PacketBatch> underway = new ArrayDeque<>();
  private boolean decoderBusy;
  private boolean collectorBusy;
  private boolean flowsLeft = true;
  private boolean stopped;

  /// One turn at a step.
  private interface Turn {
    void take() throws IOException;
  }

  Crew(Decoding decoding, Lane[] lanes, Collecting collecting) {
    this.decoding = decoding;
    this.lanes = lanes;
    this.collecting = collecting;
    laneBusy = new boolean[lanes.length];
    for (int i = 0; i < lanes.length; i++) {
      waiting.add(new ArrayDeque<>());
    }
    for (int i = 0; i < BATCHES; i++) {
      batches.add(new PacketBatch(lanes.length));
    }
    free.addAll(batches);
  }

  /// Works until all is done; then no batch holds bytes of the capture any more.
  void work(int threads) throws IOException {
    try {
      share(threads);
    } finally {
      batches.forEach(PacketBatch::clear);
    }
  }

  private void share(int threads) throws IOException {
    if (threads == 1) {
      turns();
      return;
    }
    try (ExecutorService crew =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("engine-", 1).factory())) {
      List<Future<?>> members = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        members.add(
            crew.submit(
                () -> {
                  turns();
                  return true;
                }));
      }
      for (Future<?> member : members) {
        await(member);
      }
    }
  }

  private void await(Future<?> member) throws IOException {
    try {
      member.get();
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failed -> throw failed;
        case RuntimeException failed -> throw failed;
        case Error failed -> throw failed;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private void turns() throws IOException {
    boolean completed = false;
    try {
      Turn turn = next();
      while (turn != null) {
        turn.take();
        turn = next();
      }
      completed = true;
    } finally {
      if (!completed) {
        stop();
      }
    }
  }

  private void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for something to do; null when all is done.
  private @Nullable Turn next() throws IOException {
    lock.lock();
    try {
      while (!stopped) {
        Turn turn = choose();
        if (turn != null) {
          return turn;
        }
        if (finished()) {
          changed.signalAll();
          return null;
        }
        changed.awaitUninterruptibly();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private boolean finished() {
    return !flowsLeft && underway.isEmpty() && !decoderBusy && !collectorBusy;
  }

  private @Nullable Turn choose() {
    PacketBatch oldest = underway.peekFirst();
    if (!collectorBusy && oldest != null && oldest.lanesLeft == 0) {
      collectorBusy = true;
      underway.removeFirst();
      return () -> collect(oldest);
    }
    boolean mayDecode = !decoderBusy && !free.isEmpty() && mayDecode();
    if (mayDecode && underway.size() < ENOUGH) {
      return decodeNext();
    }
    for (int i = 0; i < lanes.length; i++) {
      if (!laneBusy[i] && !waiting.get(i).isEmpty()) {
        int lane = i;
        laneBusy[lane] = true;
        return () -> inLane(lane);
      }
    }
    return mayDecode ? decodeNext() : null;
  }

  private Turn decodeNext() {
    decoderBusy = true;
    PacketBatch batch = free.removeFirst();
    return () -> decode(batch);
  }

  /// After the end of the capture, empty batches are sent round, one at a time, until no lane has a
  /// flow left.
  private boolean mayDecode() {
    return !decoding.ended() || flowsLeft && underway.isEmpty() && !collectorBusy;
  }

  private void decode(PacketBatch batch) throws IOException {
    batch.clear();
    decoding.fill(batch);
    lock.lock();
    try {
      decoderBusy = false;
      batch.lanesLeft = lanes.length;
      underway.add(batch);
      waiting.forEach(lane -> lane.add(batch));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void inLane(int lane) {
    PacketBatch batch = head(lane);
    while (batch != null) {
      lanes[lane].work(batch);
      batch = done(lane, batch);
    }
  }

  private PacketBatch head(int lane) {
    lock.lock();
    try {
      return waiting.get(lane).getFirst();
    } finally {
      lock.unlock();
    }
  }

  /// The lane is through with a batch; the next one that waits there, or null when it is free
  /// again.
  private @Nullable PacketBatch done(int lane, PacketBatch batch) {
    lock.lock();
    try {
      waiting.get(lane).removeFirst();
      if (--batch.lanesLeft == 0) {
        changed.signalAll();
      }
      PacketBatch next = waiting.get(lane).peekFirst();
      laneBusy[lane] = next != null;
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void collect(PacketBatch batch) throws IOException {
    collecting.collect(batch);
    boolean left = false;
    for (LaneOutput output : batch.outputs) {
      left |= output.flowsLeft;
    }
    lock.lock();
    try {
      collectorBusy = false;
      flowsLeft = !batch.closing || left;
      free.add(batch);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
