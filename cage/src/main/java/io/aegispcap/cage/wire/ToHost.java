package io.aegispcap.cage.wire;

import io.aegispcap.plugin.Chart;
import io.aegispcap.plugin.Measure;
import io.aegispcap.plugin.PluginMetadata;
import io.aegispcap.plugin.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a plugin's process says to the host. Nothing of it is believed: texts and lists are
/// bounded, numbers are finite where they have to be, and names are checked by the host.
public sealed interface ToHost {
  /// The process has locked itself up, and waits for [ToChild.Begin].
  ///
  /// @param version of these frames
  record Locked(int version) implements ToHost {}

  /// The plugin was loaded and initialised.
  record Ready(PluginMetadata metadata) implements ToHost {}

  /// See [io.aegispcap.plugin.Finding].
  ///
  /// @param flows numbers of flows
  record Found(
      String rule,
      Severity severity,
      String subject,
      Optional<String> target,
      String sentence,
      double confidence,
      String reason,
      long count,
      List<Long> flows,
      List<Measure> measures)
      implements ToHost {
    public Found {
      flows = List.copyOf(flows);
      measures = List.copyOf(measures);
    }
  }

  /// A feature of a flow.
  record Feature(long flow, String name, double value) implements ToHost {}

  /// An annotation of a flow.
  record Annotation(long flow, String name, String text) implements ToHost {}

  /// A change of a metric.
  record Metric(MetricKind kind, String name, double value) implements ToHost {}

  /// A chart.
  record Show(Chart chart) implements ToHost {}

  /// A line for whoever looks after the plugin.
  record Log(String line) implements ToHost {}

  /// Asks the host to post; it answers with [ToChild.Called].
  record Call(String url, Map<String, String> headers, String body) implements ToHost {
    public Call {
      headers = Map.copyOf(headers);
    }
  }

  /// The whole content of the plugin's store.
  record Kept(Map<String, String> content) implements ToHost {
    public Kept {
      content = Map.copyOf(content);
    }
  }

  /// The plugin threw something.
  ///
  /// @param cause class of what was thrown
  /// @param message its message; may be empty
  /// @param stack its first places
  record Failed(String cause, String message, List<String> stack) implements ToHost {
    public Failed {
      stack = List.copyOf(stack);
    }
  }

  /// Closes an answer.
  ///
  /// @param frames of this answer, without this one
  record Done(int frames) implements ToHost {}
}
