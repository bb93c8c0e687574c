package io.aegispcap.bench;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Optional;

class CaptureSourceFuzzTests {
  @FuzzTest(maxDuration = "60s")
  void readsAnyBytes(byte[] bytes) {
    Optional<PacketList> packets = PcapSource.read(bytes).or(() -> PcapngSource.read(bytes));
    packets.map(found -> found.continuous(1_000_000)).ifPresent(AddressBook::of);
  }

  @FuzzTest(maxDuration = "60s")
  void rewritesAnyFrame(byte[] bytes) {
    byte[] frame = Arrays.copyOf(bytes, FrameRewriter.LARGEST);
    int length = Math.min(bytes.length, frame.length);
    new FrameRewriter().rewrite(frame, length, new AddressBook());
    new FlowCount().add(frame, length, 0);
  }
}
