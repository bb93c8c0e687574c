package io.aegispcap.plugin;

/// Takes alerts elsewhere. Needs `http:HOST` for each host that it calls.
public non-sealed interface Integration extends Plugin {
  /// Alerts that are new, most severe first; 1 to 1,000 of them.
  void process(AlertBatch alerts, Http http);
}
