package io.aegispcap.cli.plugin;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.extension.sandbox.CagedPlugin;
import io.aegispcap.extension.sandbox.HttpCalls;
import java.util.ArrayList;
import java.util.List;

/// Makes no calls, notes what would have been posted, and answers 200: a trial sends nothing to
/// anybody.
final class DryCalls implements HttpCalls {
  private static final int MAX = 100;

  private final List<ToHost.Call> made = new ArrayList<>();

  @Override
  public ToChild.Called call(CagedPlugin plugin, ToHost.Call call) {
    if (made.size() < MAX) {
      made.add(call);
    }
    return new ToChild.Called("", 200, "");
  }

  List<ToHost.Call> made() {
    return List.copyOf(made);
  }
}
