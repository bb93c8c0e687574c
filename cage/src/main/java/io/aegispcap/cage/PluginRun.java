package io.aegispcap.cage;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.plugin.Analyzer;
import io.aegispcap.plugin.Detector;
import io.aegispcap.plugin.FlowBatch;
import io.aegispcap.plugin.Integration;
import io.aegispcap.plugin.Plugin;
import io.aegispcap.plugin.Visualization;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/// A loaded plugin, from its first call to its last.
final class PluginRun {
  private final Plugin plugin;
  private final CagedOutputs outputs;
  private final CagedStore store;
  private final Answers answers;

  private PluginRun(Plugin plugin, CagedOutputs outputs, CagedStore store, Answers answers) {
    this.plugin = plugin;
    this.outputs = outputs;
    this.store = store;
    this.answers = answers;
  }

  /// Loads and initialises.
  ///
  /// @throws ReflectiveOperationException when class or constructor are not there
  /// @throws IOException when a package can't be read
  static PluginRun begin(ToChild.Begin begin, Answers answers)
      throws ReflectiveOperationException, IOException {
    List<ZipFile> packages = new ArrayList<>();
    for (String file : begin.packages()) {
      packages.add(new ZipFile(new File(file)));
    }
    PackageLoader loader = new PackageLoader(packages, Plugin.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    Class<? extends Plugin> type =
        Class.forName(begin.entryPoint(), true, loader).asSubclass(begin.kind().type());
    Plugin plugin = type.getConstructor().newInstance();
    answers.send(new ToHost.Ready(plugin.getMetadata()));
    Permits permits = new Permits(begin.granted());
    CagedStore store = new CagedStore(permits, begin.kept());
    plugin.initialize(new CagedHost(begin, permits, answers, store));
    return new PluginRun(
        plugin, new CagedOutputs(begin.declared(), permits, answers), store, answers);
  }

  void process(FlowBatch batch) {
    switch (plugin) {
      case Detector detector -> detector.process(batch, outputs);
      case Analyzer analyzer -> analyzer.process(batch, outputs);
      case Integration _, Visualization _ -> throw misdirected();
    }
  }

  void take(ToChild.Alerts alerts) {
    switch (plugin) {
      case Integration integration -> integration.process(alerts.batch(), outputs);
      case Detector _, Analyzer _, Visualization _ -> throw misdirected();
    }
  }

  void draw() {
    switch (plugin) {
      case Visualization visualization -> visualization.process(outputs);
      case Detector _, Analyzer _, Integration _ -> throw misdirected();
    }
  }

  void endOfCapture() {
    switch (plugin) {
      case Detector detector -> detector.endOfCapture(outputs);
      case Analyzer analyzer -> analyzer.endOfCapture(outputs);
      case Integration _, Visualization _ -> throw misdirected();
    }
  }

  void finish() {
    plugin.cleanup();
    store.changes().ifPresent(content -> answers.send(new ToHost.Kept(content)));
  }

  private static IllegalStateException misdirected() {
    return new IllegalStateException("the host asks for what this kind of plugin does not do");
  }
}
