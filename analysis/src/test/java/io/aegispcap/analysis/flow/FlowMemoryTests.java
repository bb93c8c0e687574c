package io.aegispcap.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.Trace;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.capture.packet.PacketDecoder;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.testkit.packet.Frames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Memory follows the flows that go on at once, not the capture.
class FlowMemoryTests {
  private final FlowHash hash = new FlowHash();
  private final List<Flow> ended = new ArrayList<>();
  private final Set<Flow> objects = Collections.newSetFromMap(new IdentityHashMap<>());
  private long most;
  private long flows;

  /// Adds all packets, and gives flows back as they end.
  private void run(Trace trace, FlowTable table) throws IOException {
    PacketDecoder decoder = new PacketDecoder(DecodeOptions.DEFAULT);
    Packet packet = new Packet();
    try (CaptureFile file = trace.open()) {
      while (file.next(packet)) {
        decoder.decode(packet);
        objects.add(table.add(packet, hash.of(packet)));
        table.expire(packet.timestamp(), 10);
        most = Math.max(most, table.size());
        flows += ended.size();
        ended.forEach(table::recycle);
        ended.clear();
      }
    }
  }

  private FlowTable table(long maxFlows) {
    return new FlowTable(FlowOptions.defaults(), maxFlows, (key, fact) -> {}, ended::add);
  }

  private static Trace oneFlowEach(double seconds, int count) {
    Trace trace = new Trace();
    for (int i = 0; i < count; i++) {
      String client = "10.0." + (i >> 8 & 0xff) + "." + (i & 0xff);
      trace.packet(i * seconds, Frames.ethernet().ipv4(client, "192.0.2.1").udp(2000, 53));
    }
    return trace;
  }

  @Test
  void holdsNoMoreFlowsThanItsBound() throws IOException {
    run(oneFlowEach(0.0001, 20_000), table(100));

    assertThat(most).isEqualTo(100);
    assertThat(objects).hasSizeLessThanOrEqualTo(101);
    assertThat(flows).isEqualTo(19_900);
  }

  @Test
  void usesTheObjectsOfEndedFlowsAgain() throws IOException {
    run(oneFlowEach(1, 10_000), table(1_000_000));

    assertThat(most).isLessThanOrEqualTo(122);
    assertThat(objects).hasSizeLessThanOrEqualTo(122);
  }
}
