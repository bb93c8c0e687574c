package io.aegispcap.plugin;

import java.util.Locale;

/// What a plugin does.
public enum PluginKind {
  ANALYZER(Analyzer.class),
  DETECTOR(Detector.class),
  INTEGRATION(Integration.class),
  VISUALIZATION(Visualization.class);

  private final Class<? extends Plugin> type;

  PluginKind(Class<? extends Plugin> type) {
    this.type = type;
  }

  /// The interface that a plugin of this kind implements.
  public Class<? extends Plugin> type() {
    return type;
  }

  /// Lower case, as manifests write it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
