package io.aegispcap.capture.protocol.control;

import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Side;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pairs requests with answers and counts what is alike, so that endless polling costs no more than
/// its kinds. It tells of them when the conversation ends, or when there are [#MOST_KINDS] of them;
/// of at most [#MOST_TOLD] in all. [#MOST_WAITING] requests wait for an answer at a time.
public final class FunctionTally {
  public static final int MOST_TARGETS = 32;
  static final int MOST_WAITING = 64;
  static final int MOST_KINDS = 1024;
  static final int MOST_TOLD = 8192;

  /// Answers that are no error.
  public static final int OK = 0;

  private static final int UNANSWERED = -1;
  private static final int NOT_DUE = -2;

  private final Conversation conversation;
  private final String protocol;
  private final Vocabulary words;
  private final SequencedMap<Long, Waiting> waiting = new LinkedHashMap<>();
  private final Map<Kind, Count> counts = new LinkedHashMap<>();
  private int told;

  private record Kind(boolean byServer, long unit, int function, int answer) {}

  private record Waiting(
      Side master, long unit, int function, String target, long frame, long time) {}

  private static final class Count {
    private final long firstFrame;
    private final long firstTime;
    private final Set<String> targets = new LinkedHashSet<>();
    private long count;
    private long lastFrame;
    private long lastTime;

    private Count(long frame, long time) {
      firstFrame = frame;
      firstTime = time;
    }
  }

  public FunctionTally(Conversation conversation, String protocol, Vocabulary words) {
    this.conversation = conversation;
    this.protocol = protocol;
    this.words = words;
  }

  /// A request was made, to which an answer is due.
  ///
  /// @param transaction by which the answer will be known
  /// @param target what it is about, or empty
  public void asked(Side master, long transaction, long unit, int function, String target) {
    Waiting before =
        waiting.put(
            transaction,
            new Waiting(
                master, unit, function, target, conversation.frameId(), conversation.timestamp()));
    if (before != null) {
      count(before, UNANSWERED);
    } else if (waiting.size() > MOST_WAITING) {
      count(waiting.pollFirstEntry().getValue(), UNANSWERED);
    }
  }

  /// An answer came.
  ///
  /// @param error [#OK] or the error's code
  /// @return whether such a request waited
  public boolean answered(long transaction, int error) {
    @Nullable Waiting request = waiting.remove(transaction);
    if (request != null) {
      count(request, error);
    }
    return request != null;
  }

  /// Something was said to which no answer is due.
  public void told(Side master, long unit, int function, String target) {
    count(
        new Waiting(
            master, unit, function, target, conversation.frameId(), conversation.timestamp()),
        NOT_DUE);
  }

  private void count(Waiting request, int answer) {
    Kind kind = new Kind(request.master == Side.SERVER, request.unit, request.function, answer);
    Count count = counts.get(kind);
    if (count == null) {
      if (counts.size() >= MOST_KINDS) {
        tell();
      }
      count = new Count(request.frame, request.time);
      counts.put(kind, count);
    }
    count.count++;
    count.lastFrame = request.frame;
    count.lastTime = request.time;
    if (!request.target.isEmpty() && count.targets.size() < MOST_TARGETS) {
      count.targets.add(request.target);
    }
  }

  /// Tells of all; requests that wait are unanswered.
  public void close() {
    waiting.values().forEach(request -> count(request, UNANSWERED));
    waiting.clear();
    tell();
  }

  private void tell() {
    counts.forEach(this::tell);
    counts.clear();
  }

  private void tell(Kind kind, Count count) {
    if (told >= MOST_TOLD) {
      return;
    }
    told++;
    conversation.emit(
        new ControlFunction(
            count.firstFrame,
            count.firstTime,
            protocol,
            kind.byServer,
            words.unit(kind.unit),
            kind.function,
            words.function(kind.function),
            words.action(kind.function),
            answer(kind.answer),
            count.targets.stream().toList(),
            count.count,
            count.lastFrame,
            count.lastTime));
  }

  private String answer(int answer) {
    return switch (answer) {
      case NOT_DUE -> "";
      case UNANSWERED -> ControlFunction.UNANSWERED;
      case OK -> ControlFunction.OK;
      default -> words.error(answer);
    };
  }
}
