package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Writes frames into a new capture, with their nanoseconds, lengths on the wire and link types.
/// The same frames give the same bytes. The file appears under its name with [#finish]; closing
/// without that leaves nothing behind.
public final class CaptureWriter implements Closeable {
  private final OutputFile out;
  private final RecordWriter records;

  private CaptureWriter(OutputFile out, RecordWriter records) {
    this.out = out;
    this.records = records;
  }

  /// A pcapng file: any link types, and keys.
  ///
  /// @throws IOException when it cannot be written there
  public static CaptureWriter pcapng(Path file) throws IOException {
    return pcapng(file, file.toString());
  }

  /// @param name what to call the file in messages
  public static CaptureWriter pcapng(Path file, String name) throws IOException {
    OutputFile out = new OutputFile(file, name);
    return new CaptureWriter(out, new PcapngWriter(out));
  }

  /// A pcap file: one link type, no keys.
  ///
  /// @throws IOException when it cannot be written there
  public static CaptureWriter pcap(Path file) throws IOException {
    return pcap(file, file.toString());
  }

  /// @param name what to call the file in messages
  public static CaptureWriter pcap(Path file, String name) throws IOException {
    OutputFile out = new OutputFile(file, name);
    return new CaptureWriter(out, new PcapWriter(out));
  }

  /// Adds the frame that the packet points at; times before 1970 become 1970. A pcapng file keeps
  /// name, description and resolution of its interface, and its comments.
  ///
  /// @param context what [CaptureFile#context] says of the frame
  /// @throws IOException when it cannot be written, or a pcap file would get a second link type
  public void write(Packet packet, FrameContext context) throws IOException {
    records.frame(packet, context);
  }

  /// Adds keys for what is encrypted in the frames that follow; pcap files leave them out.
  public void write(DecryptionSecrets secrets) throws IOException {
    records.secrets(secrets);
  }

  /// Completes the capture and gives the file its name.
  public void finish() throws IOException {
    records.end();
    out.finish();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
