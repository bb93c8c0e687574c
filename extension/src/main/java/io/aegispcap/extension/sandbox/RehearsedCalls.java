package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import java.util.ArrayList;
import java.util.List;

/// Makes no calls, notes what would have been posted, and answers 200: a trial sends nothing to
/// anybody.
public final class RehearsedCalls implements HttpCalls {
  private static final int MAX = 100;

  private final List<ToHost.Call> made = new ArrayList<>();

  @Override
  public ToChild.Called call(CagedPlugin plugin, ToHost.Call call) {
    if (made.size() < MAX) {
      made.add(call);
    }
    return new ToChild.Called("", 200, "");
  }

  /// The first 100.
  public List<ToHost.Call> made() {
    return List.copyOf(made);
  }
}
