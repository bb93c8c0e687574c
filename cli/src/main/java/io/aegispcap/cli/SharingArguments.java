package io.aegispcap.cli;

import io.aegispcap.analysis.report.NavigatorLayer;
import io.aegispcap.analysis.report.RunSummary;
import io.aegispcap.sharing.StixSightings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Outputs for other tools.
final class SharingArguments {
  @Option(
      names = "--navigator",
      paramLabel = "FILE.json",
      description = "Techniques as layers of the ATT&CK Navigator.")
  private Optional<String> navigator = Optional.empty();

  @Option(
      names = "--stix",
      paramLabel = "FILE.json",
      description = "What was observed, and sightings of techniques, as a bundle of STIX 2.1.")
  private Optional<String> stix = Optional.empty();

  List<String> outputs() {
    return Stream.of(navigator, stix).flatMap(Optional::stream).toList();
  }

  void write(RunSummary summary, Console console) throws IOException {
    if (navigator.isPresent()) {
      Output.write(navigator.get(), console, out -> NavigatorLayer.write(summary, out));
    }
    if (stix.isPresent()) {
      Output.write(stix.get(), console, out -> StixSightings.write(summary, out));
    }
  }
}
