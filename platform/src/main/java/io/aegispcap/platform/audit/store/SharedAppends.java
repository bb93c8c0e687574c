package io.aegispcap.platform.audit.store;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Appends what many read at once in one transaction: whoever has the turn appends for all who
/// wait, so that the chain is no place where readers queue for a commit each.
@Component
class SharedAppends implements Reads {
  private final ChainWriter chain;
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

  SharedAppends(ChainWriter chain) {
    this.chain = chain;
  }

  /// One who waits; changed and read by whoever has the turn.
  private static final class Waiting {
    private final Deed deed;
    private boolean appended;
    private @Nullable RuntimeException fault;

    Waiting(Deed deed) {
      this.deed = deed;
    }
  }

  @Override
  public void record(Caller who, String action, String target, String query, long results) {
    Map<String, String> detail = Map.of("query", query, "results", Long.toString(results));
    Waiting mine = new Waiting(chain.deed(who, action, target, detail));
    waiting.add(mine);
    turn.lock();
    try {
      if (!mine.appended && mine.fault == null) {
        appendAll();
      }
    } finally {
      turn.unlock();
    }
    if (mine.fault != null) {
      throw mine.fault;
    }
  }

  private void appendAll() {
    List<Waiting> all = new ArrayList<>();
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      all.add(next);
    }
    try {
      chain.append(all.stream().map(each -> each.deed).toList());
      all.forEach(each -> each.appended = true);
    } catch (RuntimeException fault) {
      all.forEach(each -> each.fault = fault);
    }
  }
}
