package io.aegispcap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Builds one large capture out of the many small ones of the corpus.
///
/// Each copy of a capture gets hosts of its own and a start of its own, so that flows stay distinct
/// and overlap the way they do on a wire. The same options and corpus give the same bytes.
public final class BenchCapture {
  // 2025-06-15T12:26:40Z; any fixed day does, it makes the result the same each time.
  private static final long FIRST_MICROS = 1_750_000_000L * 1_000_000;

  private final BenchOptions options;
  private final List<SourceCapture> corpus = new ArrayList<>();
  private int skipped;

  private BenchCapture(BenchOptions options) {
    this.options = options;
  }

  /// Writes the capture, and beside it `FILE.facts`: what it holds, one `name<TAB>value` a line.
  public static void main(String[] args) throws IOException {
    try {
      new BenchCapture(BenchOptions.parse(args, System.getenv())).build();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + BenchOptions.USAGE);
      System.exit(2);
    }
  }

  private void build() throws IOException {
    for (Path file : CorpusManifest.captures(options.corpus())) {
      Optional<SourceCapture> capture = SourceCapture.read(file, options.windowMicros());
      capture.ifPresentOrElse(corpus::add, () -> skipped++);
    }
    if (corpus.isEmpty()) {
      throw new IllegalArgumentException(options.corpus() + " lists no usable Ethernet capture");
    }
    try (PcapOutput output = new PcapOutput(options.output())) {
      String facts = write(output);
      Files.writeString(Path.of(options.output() + ".facts"), facts);
      System.out.print(facts);
    }
  }

  private String write(PcapOutput output) throws IOException {
    TraceMerge merge = new TraceMerge(output);
    long base = FIRST_MICROS + options.shiftMicros();
    boolean distinct = true;
    int copies = 0;
    for (int i = 0; i < options.repeat(); i++) {
      CopyPlan plan = CopyPlan.of(corpus, options);
      merge.write(plan.copies(), base + i * options.windowMicros());
      distinct = plan.networksAreDistinct();
      copies = plan.copies().size();
    }
    return facts(merge, output.size(), copies, distinct);
  }

  private String facts(TraceMerge merge, long bytes, int copies, boolean distinct) {
    return String.join(
        "\n",
        "packets\t" + merge.packets(),
        "bytes\t" + bytes,
        String.format(Locale.ROOT, "bytes_per_packet\t%.1f", bytes / (double) merge.packets()),
        "five_tuples\t" + merge.flows().tuples(),
        "flows_120s\t" + merge.flows().flows(),
        String.format(
            Locale.ROOT,
            "flows_of_wanted\t%.3f",
            merge.flows().flows() / (merge.packets() * CopyPlan.FLOWS_PER_PACKET)),
        "seconds\t" + options.windowMicros() * options.repeat() / 1_000_000,
        "captures_used\t" + corpus.size(),
        "captures_skipped\t" + skipped,
        "copies\t" + copies,
        "networks_distinct\t" + distinct,
        "");
  }
}
