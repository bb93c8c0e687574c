package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.util.List;

/// One capture, read from front to back.
final class SingleCapture implements CaptureFile {
  private final ByteSource bytes;
  private final Findings findings;
  private final RecordReader records;
  private final Origin origin;

  SingleCapture(ByteSource bytes, Findings findings, RecordReader records, Origin origin) {
    this.bytes = bytes;
    this.findings = findings;
    this.records = records;
    this.origin = origin;
  }

  @Override
  public boolean next(Packet packet) throws IOException {
    return records.next(packet);
  }

  @Override
  public FrameContext context() {
    return records.context();
  }

  @Override
  public long bytesRead() {
    return origin.read(bytes.offset());
  }

  @Override
  public List<Notice> notices() {
    return findings.notices();
  }

  @Override
  public List<CaptureInfo> captures() {
    return List.of(
        new CaptureInfo(
            findings.file(),
            records.format() + origin.wrapping(),
            origin.size(),
            records.interfaces().stream().map(Interface::facts).toList()));
  }

  @Override
  public List<DecryptionSecrets> decryptionSecrets() {
    return records.secrets();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
