package io.aegispcap.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.testkit.capture.PcapBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class PcapReaderTests {
  private static final long TIME = 1_700_000_000_123_456_789L;
  private static final long MICRO_TIME = 1_700_000_000_123_456_000L;

  @Test
  void readsMicrosecondsInBothByteOrders() throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      byte[] file =
          PcapBuilder.pcap(order, PcapBuilder.MICROSECONDS)
              .linkType(113)
              .frame(TIME, new byte[] {1, 2, 3})
              .frame(TIME + 1000, 99, new byte[] {4})
              .build();
      assertThat(Frames.of(file))
          .containsExactly(
              new Frames.Frame(1, MICRO_TIME, 113, 3, "010203"),
              new Frames.Frame(2, MICRO_TIME + 1000, 113, 99, "04"));
    }
  }

  @Test
  void readsNanosecondsInBothByteOrders() throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      byte[] file =
          PcapBuilder.pcap(order, PcapBuilder.NANOSECONDS).frame(TIME, new byte[] {1}).build();
      assertThat(Frames.of(file)).containsExactly(new Frames.Frame(1, TIME, 1, 1, "01"));
    }
  }
}
