package io.aegispcap.platform.audit.store;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Reads;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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
        appendAllWith(mine);
      }
    } finally {
      turn.unlock();
    }
    if (mine.fault != null) {
      throw mine.fault;
    }
  }

  /// It waits no more where somebody took it along and failed in a way that says nothing of it.
  private void appendAllWith(Waiting mine) {
    Set<Waiting> all = new LinkedHashSet<>();
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      all.add(next);
    }
    all.add(mine);
    try {
      chain.append(all.stream().map(each -> each.deed).toList());
      all.forEach(each -> each.appended = true);
    } catch (DataAccessException | TransactionException fault) {
      all.forEach(each -> each.fault = fault);
    }
  }
}
