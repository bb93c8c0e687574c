package io.aegispcap.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aegispcap.testkit.capture.PcapBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapVersionTests {
  private static final long TIME = 1_700_000_000_123_456_789L;
  private static final long MICRO_TIME = 1_700_000_000_123_456_000L;
  private static final byte[] CUT = {1, 2};
  private static final byte[] WHOLE = {3, 4, 5};
  private static final List<ByteOrder> ORDERS =
      List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

  @TempDir Path folder;

  private static PcapBuilder version(ByteOrder order, int major, int minor) {
    return PcapBuilder.pcap(order, PcapBuilder.MICROSECONDS).version(major, minor);
  }

  private static byte[] frames(PcapBuilder builder) {
    return builder.frame(TIME, 1500, CUT).frame(TIME, WHOLE).build();
  }

  private static byte[] oldOrder(ByteOrder order, int major, int minor) {
    return frames(version(order, major, minor).wireLengthFirst());
  }

  private static byte[] newOrder(ByteOrder order, int major, int minor) {
    return frames(version(order, major, minor));
  }

  private static byte[] bothOrders(ByteOrder order) {
    return version(order, 2, 3)
        .frame(TIME, 1500, CUT)
        .wireLengthFirst()
        .frame(TIME, 1500, CUT)
        .frame(TIME, WHOLE)
        .build();
  }

  private static List<Frames.Frame> expected(int linkType, long time) {
    return List.of(
        new Frames.Frame(1, time, linkType, 1500, "0102"),
        new Frames.Frame(2, time, linkType, 3, "030405"));
  }

  @Test
  void readsLengthsInTheOrderOfEachVersion() throws IOException {
    for (ByteOrder order : ORDERS) {
      assertThat(Frames.of(oldOrder(order, 2, 0))).isEqualTo(expected(1, MICRO_TIME));
      assertThat(Frames.of(oldOrder(order, 2, 2))).isEqualTo(expected(1, MICRO_TIME));
      assertThat(Frames.of(oldOrder(order, 543, 0))).isEqualTo(expected(1, MICRO_TIME));
      assertThat(Frames.of(newOrder(order, 2, 3))).isEqualTo(expected(1, MICRO_TIME));
      assertThat(Frames.of(newOrder(order, 2, 4))).isEqualTo(expected(1, MICRO_TIME));
    }
  }

  @Test
  void tellsTheOrderOfEachRecordInVersionsThatHaveEither() throws IOException {
    for (ByteOrder order : ORDERS) {
      assertThat(Frames.of(bothOrders(order)))
          .extracting(Frames.Frame::originalLength)
          .containsExactly(1500, 1500, 3);
    }
  }

  @Test
  void takesInterfaceTypesAndNanosecondsOfAix() throws IOException {
    int[][] types = {{6, 1}, {9, 6}, {24, 0}};
    for (ByteOrder order : ORDERS) {
      for (int[] type : types) {
        byte[] file = frames(version(order, 2, 2).aix(type[0]));
        assertThat(Frames.of(file)).isEqualTo(expected(type[1], TIME));
      }
    }
  }

  @Test
  void leavesOutWhatAixPutsBeforeFddiFrames() throws IOException {
    byte[] file = PcapBuilder.pcap().aix(15).frame(TIME, 1503, new byte[] {0, 0, 0, 1, 2}).build();
    assertThat(Frames.of(file)).containsExactly(new Frames.Frame(1, TIME, 10, 1500, "0102"));
    byte[] lacking = PcapBuilder.pcap().aix(15).frame(TIME, CUT).build();
    assertThatThrownBy(() -> Frames.of(lacking))
        .hasMessageContaining("states 2 captured bytes; 3 to");
  }

  @Test
  void takesOthersOfTheSameVersionForWhatTheyAre() throws IOException {
    assertThat(Frames.of(frames(version(ORDERS.getFirst(), 2, 2).linkType(10).wireLengthFirst())))
        .isEqualTo(expected(10, MICRO_TIME));
  }

  @Test
  void namesTheVariant() throws IOException {
    byte[] file = frames(PcapBuilder.pcap().aix(6));
    try (CaptureFile capture = Frames.stream(file, ReadOptions.DEFAULT)) {
      assertThat(capture.captures().getFirst().format()).isEqualTo("AIX pcap, nanoseconds");
    }
  }

  @Test
  void refusesVersionsBeforeTheFirstThatIsKnown() {
    assertThatThrownBy(() -> Frames.of(newOrder(ORDERS.getFirst(), 1, 9)))
        .isInstanceOf(MalformedCaptureException.class)
        .hasMessageContaining("version 1.9 of pcap is older than any that is known");
  }

  @Test
  void agreesWithTcpdumpAboutEachVersion() throws Exception {
    Path tcpdump = Path.of("/usr/bin/tcpdump");
    assumeTrue(Files.exists(tcpdump), "tcpdump is not installed");
    for (ByteOrder order : ORDERS) {
      for (int minor = 0; minor < 3; minor++) {
        agrees(oldOrder(order, 2, minor), tcpdump, "-r", "IN", "-w", "OUT");
      }
      agrees(oldOrder(order, 543, 0), tcpdump, "-r", "IN", "-w", "OUT");
      agrees(bothOrders(order), tcpdump, "-r", "IN", "-w", "OUT");
      agrees(newOrder(order, 2, 4), tcpdump, "-r", "IN", "-w", "OUT");
    }
  }

  @Test
  void agreesWithWiresharkAboutAix() throws Exception {
    Path editcap = Path.of("/usr/bin/editcap");
    assumeTrue(Files.exists(editcap), "editcap is not installed");
    for (ByteOrder order : ORDERS) {
      for (int interfaceType : new int[] {6, 9, 24}) {
        byte[] file = frames(version(order, 2, 2).aix(interfaceType));
        agrees(file, editcap, "-F", "nsecpcap", "IN", "OUT");
      }
      byte[] fddi = version(order, 2, 2).aix(15).frame(TIME, 1503, new byte[20]).build();
      agrees(fddi, editcap, "-F", "nsecpcap", "IN", "OUT");
    }
  }

  /// The other program turns the capture into a usual one, in which we find the same frames.
  private void agrees(byte[] file, Path program, String... arguments) throws Exception {
    Path in = Files.write(folder.resolve("in"), file);
    Path out = folder.resolve("out");
    Files.deleteIfExists(out);
    List<String> command = new ArrayList<>(List.of(program.toString()));
    for (String argument : arguments) {
      command.add(argument.replace("IN", in.toString()).replace("OUT", out.toString()));
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Frames.of(Files.readAllBytes(out))).isEqualTo(Frames.of(file));
  }
}
