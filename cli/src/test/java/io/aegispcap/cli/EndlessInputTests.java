package io.aegispcap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aegispcap.testkit.capture.PcapBuilder;
import io.aegispcap.testkit.packet.Frames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndlessInputTests {
  private static final int PACKETS = 3_000_000;
  private static final int FLOWS = 20_000;
  private static final int HEADER = 24;

  /// Less than the 136 MB that two thirds of the packets take.
  private static final int HEAP_MEGABYTES = 128;

  /// What the memory beside the heap may grow by while they come.
  private static final long SLACK_KILOBYTES = 32L << 10;

  @TempDir Path folder;

  @BeforeEach
  void assumeThatMemoryIsTold() {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "skipped: no /proc to read memory from");
  }

  /// Writes packets without an end in sight: each flow has one in 20 seconds, a second has 1,000.
  private static final class Writer {
    private final OutputStream out;
    private final ByteBuffer records;
    private final int record;
    private long written;

    Writer(OutputStream out) throws IOException {
      this.out = out;
      PcapBuilder pcap = PcapBuilder.pcap();
      for (int flow = 0; flow < FLOWS; flow++) {
        int port = 20_000 + flow;
        byte[] frame =
            Frames.ethernet().ipv4("10.0.0.1", "10.0.0.2").udp(port, 9).payloadOf(10).build();
        pcap.frame(Scan.START, frame);
      }
      byte[] file = pcap.build();
      out.write(file, 0, HEADER);
      byte[] body = Arrays.copyOfRange(file, HEADER, file.length);
      this.record = body.length / FLOWS;
      this.records = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    }

    void write(int packets) throws IOException {
      for (int done = 0; done < packets; done += FLOWS) {
        for (int flow = 0; flow < FLOWS; flow++) {
          long milliseconds = Scan.START / 1_000_000 + written++;
          records.putInt(flow * record, (int) (milliseconds / 1000));
          records.putInt(flow * record + 4, (int) (milliseconds % 1000) * 1000);
        }
        out.write(records.array());
      }
    }
  }

  private static long residentKilobytes(Process process) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      String line = lines.filter(text -> text.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", ""));
    }
  }

  @Test
  void takesAnEndlessStreamInFlatMemory() throws Exception {
    Path rows = folder.resolve("rows.csv");
    Process child = child("flows", "-", "-o", rows, "--active-timeout", "1h");
    try (OutputStream out = child.getOutputStream()) {
      feed(new Writer(out), child);
    }

    assertThat(Child.ended(child)).isZero();
    try (Stream<String> lines = Files.lines(rows)) {
      assertThat(lines.count()).as("rows, with the header").isEqualTo(FLOWS + 1);
    }
  }

  @Test
  void takesAnEndlessPipeInFlatMemory() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(Child.works("mkfifo", pipe.toString()), "skipped: no mkfifo");
    Path json = folder.resolve("alerts.json");
    Process child = child("analyze", pipe, "--json", json, "--active-timeout", "1h");
    child.getOutputStream().close();
    try (OutputStream out = Files.newOutputStream(pipe)) {
      feed(new Writer(out), child);
    }

    assertThat(Child.ended(child)).isZero();
    assertThat(json).content().contains("\"packets\" : " + PACKETS);
  }

  private Process child(Object... arguments) throws IOException {
    return Child.of(arguments)
        .withWholeHeap(HEAP_MEGABYTES)
        .builder()
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// Both ends keep pace, since a pipe holds few packets.
  private static void feed(Writer writer, Process child) throws IOException {
    writer.write(PACKETS / 3);
    long before = residentKilobytes(child);
    writer.write(PACKETS - PACKETS / 3);
    long after = residentKilobytes(child);
    assertThat(after - before).as("KB more than %d", before).isLessThan(SLACK_KILOBYTES);
  }
}
