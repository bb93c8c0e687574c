package io.aegispcap.platform.endurance;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Which processes end at once, without a word.
enum Kill {
  /// The platform; its database goes on, and is adopted.
  PLATFORM,
  /// The database server's first process; the platform goes on, and starts it again.
  POSTMASTER,
  /// One of the database server's other processes, after which it recovers by itself.
  BACKEND,
  /// All of them, as when the machine goes down.
  EVERYTHING,
  /// The platform, while it is starting.
  STARTING;

  boolean endsThePlatform() {
    return this != POSTMASTER && this != BACKEND;
  }

  /// @return what should be gone by itself soon
  List<ProcessHandle> of(ProcessHandle platform, ProcessHandle postmaster, Random random) {
    List<ProcessHandle> children = postmaster.children().toList();
    return switch (this) {
      case PLATFORM, STARTING -> killed(Stream.of(platform));
      case POSTMASTER -> {
        killed(Stream.of(postmaster));
        yield children;
      }
      case BACKEND ->
          children.isEmpty()
              ? List.of()
              : killed(Stream.of(children.get(random.nextInt(children.size()))));
      case EVERYTHING -> killed(Stream.concat(Stream.of(platform, postmaster), children.stream()));
    };
  }

  private static List<ProcessHandle> killed(Stream<ProcessHandle> processes) {
    return processes.peek(ProcessHandle::destroyForcibly).toList();
  }
}
