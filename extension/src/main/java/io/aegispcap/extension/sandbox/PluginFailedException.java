package io.aegispcap.extension.sandbox;

import java.util.List;

/// An answer failed; says how.
final class PluginFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final PluginFailure.Cause failureCause;
  private final transient List<String> output;

  PluginFailedException(PluginFailure.Cause failureCause, String message, List<String> output) {
    super(message);
    this.failureCause = failureCause;
    this.output = List.copyOf(output);
  }

  PluginFailure.Cause failureCause() {
    return failureCause;
  }

  List<String> output() {
    return output;
  }
}
