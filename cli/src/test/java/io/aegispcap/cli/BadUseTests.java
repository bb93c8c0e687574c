package io.aegispcap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aegispcap.testkit.capture.PcapBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadUseTests {
  @TempDir Path folder;
  private Path capture;

  @BeforeEach
  void writeCapture() throws IOException {
    capture = Files.write(folder.resolve("scan.pcap"), Scan.capture(30));
  }

  private Path file(String name, byte... content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "flows"})
  void refusesWhatIsNoCapture(String command) throws IOException {
    assertThat(Run.of(command, file("empty")).err()).contains("empty: at byte 0");
    Run text = Run.of(command, file("text", "hello, world, this is text\n".getBytes(UTF_8)));
    assertThat(text.code()).isEqualTo(1);
    assertThat(text.err()).contains("text file").hasLineCount(1);
    assertThat(Run.of(command, folder).err()).contains("is a directory");
    assertThat(Run.of(command, folder).code()).isEqualTo(1);
    Run missing = Run.of(command, folder.resolve("missing"));
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "flows"})
  void neverTakesAnUnsupportedLinkTypeForAQuietNetwork(String command) throws IOException {
    Path unread =
        file("usb", PcapBuilder.pcap().linkType(220).frame(1_000_000, new byte[64]).build());

    Run alone = Run.of(command, unread);
    assertThat(alone.code()).isEqualTo(1);
    assertThat(alone.err()).contains("1 of its 1 packets", "not supported", "(220)");

    Run among = Run.of(command, capture, unread);
    assertThat(among.code()).isZero();
    assertThat(among.err()).contains("note", "1 of its 1 packets");
  }

  @Test
  void survivesACutAtEachByte() throws IOException {
    byte[] whole = Scan.capture(3);
    for (int length = 0; length < whole.length; length++) {
      Path cut = file("cut.pcap", Arrays.copyOf(whole, length));
      Run run = Run.of("analyze", cut, "--json", "-");
      assertThat(run.code()).as("cut at %d: %s", length, run.err()).isEqualTo(length < 24 ? 1 : 0);
      assertThat(run.out().isEmpty()).isEqualTo(length < 24);
    }
  }

  @Test
  void refusesGzipBombsInLittleMemory() throws Exception {
    byte[] bomb = zeros(1200);
    refusesBomb(file("bomb.pcap.gz", bomb));
    refusesBomb(file("bomb.pcap.gz.gz", gzip(bomb)));
  }

  private static void refusesBomb(Path bomb) throws Exception {
    Run run = Child.of("flows", bomb, "-o", "/dev/null").withHeap(64).run();

    assertThat(run.err())
        .contains(bomb + ": at byte 10", "this looks like a decompression bomb")
        .hasLineCount(1);
    assertThat(run.code()).isEqualTo(1);
  }

  /// A capture of so many megabytes of records without bytes.
  private static byte[] zeros(int megabytes) throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(Arrays.copyOf(Scan.capture(1), 24));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        gzip.write(zeros);
      }
    }
    return bomb.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void explainsThatAFileMayNotBeRead() throws Exception {
    Files.setPosixFilePermissions(capture, PosixFilePermissions.fromString("---------"));
    Child child = Child.of("flows", capture);
    if (Files.isReadable(capture)) { // we are root, who may do without these two rights
      String[] withoutRights = {"setpriv", "--bounding-set", "-dac_override,-dac_read_search"};
      assumeTrue(Child.works(withoutRights[0], "--bounding-set", withoutRights[2], "true"));
      child.under(withoutRights);
    }

    Run run = child.run();

    assertThat(run)
        .isEqualTo(new Run(1, "", "aegis: " + capture + ": you may not read this file\n"));
  }

  @Test
  void leavesNothingWhenTheCaptureIsBad() throws IOException {
    byte[] bytes = Scan.capture(30);
    Arrays.fill(bytes, 1000, 1100, (byte) 0xff);
    Path bad = file("bad.pcap", bytes);
    Path rows = folder.resolve("rows.csv");

    Run run = Run.of("flows", bad, "-o", rows);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("bad.pcap: at byte", "--lenient");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(capture, bad);
    }
  }

  @Test
  void keepsAnOlderOutputUntilTheNewOneIsComplete() throws IOException {
    Path rows = file("rows.csv", (byte) 'x');

    assertThat(Run.of("flows", folder.resolve("missing"), "-o", rows).code()).isEqualTo(1);
    assertThat(rows).hasContent("x");
    assertThat(Run.of("flows", capture, "-o", rows).code()).isZero();
    assertThat(Files.readAllLines(rows)).hasSize(31);
  }

  @Test
  void refusesOutputsThatCannotWork() {
    assertThat(Run.of("flows", capture, "-o", capture).err()).contains("is also read");
    assertThat(Run.of("flows", capture, "-o", capture).code()).isEqualTo(2);
    assertThat(Run.of("flows", capture, "-o", folder).err()).contains("is a folder");
    Run nowhere = Run.of("analyze", capture, "--report", folder.resolve("a").resolve("b"));
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).contains("create it first");
    assertThat(Run.of("flows", capture, "--format", "parquet").code()).isEqualTo(2);
    Path one = folder.resolve("one");
    assertThat(Run.of("analyze", capture, "--json", one, "--report", one).code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--threads=0",
        "--threads=65",
        "--max-flows=3",
        "--idle-timeout=0",
        "--idle-timeout=x",
        "--vlan-key=perhaps",
        "--unknown"
      })
  void refusesOptionsOutOfRange(String option) {
    Run run = Run.of("flows", capture, option);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesNetworksThatAreNone() {
    Run run = Run.of("analyze", capture, "--home-net", "10.0.0.0/99");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--home-net");
  }

  @Test
  void wantsOneThingToSlice() {
    assertThat(Run.of("slice", capture, "-o", folder.resolve("x")).code()).isEqualTo(2);
    assertThat(Run.of("slice", "-", "--alert", "a-1", "-o", folder.resolve("x")).err())
        .contains("name a file");
  }

  @Test
  void leavesNothingWhenInterrupted() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/bin/sh")), "signals need a POSIX system");
    Path rows = folder.resolve("rows.csv");
    Process child = Child.of("flows", "-", "-o", rows).builder().redirectErrorStream(true).start();
    child.getOutputStream().write(Scan.capture(30));
    child.getOutputStream().flush();
    awaitFiles(2);

    new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();

    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(capture);
    }
  }

  private void awaitFiles(int count) throws IOException, InterruptedException {
    for (int tries = 0; tries < 300; tries++) {
      try (var files = Files.list(folder)) {
        if (files.count() >= count) {
          return;
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no output was begun");
  }
}
