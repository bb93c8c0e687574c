package io.aegispcap.analysis.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.Corpus;
import io.aegispcap.analysis.detection.catalogue.Detectors;
import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.analysis.flow.FlowOptions;
import io.aegispcap.analysis.pipeline.Engine;
import io.aegispcap.analysis.pipeline.EngineOptions;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.LinkMessage;
import io.aegispcap.capture.protocol.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Detectors ask to hear of all that they act on: told everything, they find nothing more.
class InterestTests {
  private static final EngineOptions OPTIONS =
      new EngineOptions(FlowOptions.defaults(), DecodeOptions.DEFAULT, 1);
  private static final Path SAMPLES = Path.of("..", "samples");

  /// Hears of everything, whatever the detector asked for.
  private record Told(Detector detector) implements FlowObserver {
    @Override
    public void flow(Flow flow) {
      detector.flow(flow);
    }

    @Override
    public void fact(FlowKey key, Fact fact) {
      detector.fact(key, fact);
    }

    @Override
    public void link(LinkMessage message) {
      detector.link(message);
    }
  }

  private static List<Finding> findings(Path capture, boolean all) throws IOException {
    List<Detector> detectors = Detectors.all(DetectionOptions.usual());
    Engine engine = new Engine(OPTIONS);
    detectors.forEach(detector -> engine.observe(all ? new Told(detector) : detector));
    try (CaptureFile file = Captures.open(capture, ReadOptions.DEFAULT)) {
      engine.run(file);
    }
    List<Finding> findings = new ArrayList<>();
    detectors.forEach(detector -> detector.finish(findings::add));
    return findings;
  }

  private static void same(List<Path> captures) throws IOException {
    int found = 0;
    for (Path capture : captures) {
      List<Finding> asked = findings(capture, false);
      assertThat(asked).as(capture.toString()).isEqualTo(findings(capture, true));
      found += asked.size();
    }
    assertThat(found).as("findings compared").isPositive();
  }

  @Test
  void findNothingMoreInSamples() throws IOException {
    same(Corpus.capturesIn(SAMPLES));
  }

  @Test
  void findNothingMoreInRealCaptures() throws IOException {
    same(Corpus.sample(25));
  }
}
