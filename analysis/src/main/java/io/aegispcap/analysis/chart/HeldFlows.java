package io.aegispcap.analysis.chart;

import io.aegispcap.analysis.flow.Flow;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Flows that ended before plugins said what they want counted, in a file that nobody else may
/// read: about a kilobyte each.
final class HeldFlows implements Closeable {
  private static final int MOST = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final DataOutputStream out;
  private final double[] numbers = new double[FlowColumns.NUMBERS];
  private int count;

  private HeldFlows(Path file, OutputStream out) {
    this.file = file;
    this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
  }

  static HeldFlows create() throws IOException {
    Path file = Files.createTempFile("aegis-flows", ".tmp");
    return new HeldFlows(file, Files.newOutputStream(file));
  }

  /// Takes a flow with all its columns.
  interface Counting {
    void count(String[] texts, double[] numbers);
  }

  void add(Flow flow) throws IOException {
    FlowColumns.numbers(flow, true, numbers);
    for (int i = 0; i < FlowColumns.TEXTS; i++) {
      out.writeUTF(FlowColumns.text(flow, i));
    }
    for (double number : numbers) {
      out.writeDouble(number);
    }
    count++;
  }

  boolean full() {
    return count >= MOST;
  }

  /// In the order in which they came.
  void replay(Counting counting) throws IOException {
    out.flush();
    String[] texts = new String[FlowColumns.TEXTS];
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      for (int flow = 0; flow < count; flow++) {
        for (int i = 0; i < texts.length; i++) {
          texts[i] = in.readUTF();
        }
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = in.readDouble();
        }
        counting.count(texts, numbers);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
