package io.aegispcap.capture.file;

import io.aegispcap.capture.packet.Packet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Several captures, the frame with the smallest timestamp first.
final class MergedCaptures implements CaptureFile {
  private final List<CaptureFile> captures;
  private final PriorityQueue<Head> heads = new PriorityQueue<>();
  private boolean started;
  private @Nullable Head delivered;

  MergedCaptures(List<CaptureFile> captures) {
    this.captures = List.copyOf(captures);
  }

  /// The next frame of one capture. Its capture is not read further before the frame has been
  /// delivered and the one after it is asked for, so that its bytes stay.
  private record Head(CaptureFile source, Packet packet) implements Comparable<Head> {
    @Override
    public int compareTo(Head other) {
      int byTime = Long.compare(packet.timestamp(), other.packet.timestamp());
      return byTime != 0 ? byTime : Integer.compare(packet.capture(), other.packet.capture());
    }
  }

  @Override
  public boolean next(Packet packet) throws IOException {
    if (!started) {
      start();
    } else if (delivered != null) {
      advance(delivered);
    }
    delivered = heads.poll();
    if (delivered == null) {
      return false;
    }
    Packet frame = delivered.packet;
    packet.frame(
        frame.window(),
        frame.offset(),
        frame.capturedLength(),
        frame.originalLength(),
        frame.timestamp(),
        frame.linkType(),
        frame.capture(),
        frame.number());
    return true;
  }

  @Override
  public FrameContext context() {
    if (delivered == null) {
      throw new IllegalStateException("no frame was delivered");
    }
    return delivered.source.context();
  }

  private void start() throws IOException {
    started = true;
    for (CaptureFile capture : captures) {
      advance(new Head(capture, new Packet()));
    }
  }

  private void advance(Head head) throws IOException {
    if (head.source.next(head.packet)) {
      heads.add(head);
    }
  }

  @Override
  public long bytesRead() {
    return captures.stream().mapToLong(CaptureFile::bytesRead).sum();
  }

  @Override
  public List<Notice> notices() {
    return captures.stream().flatMap(capture -> capture.notices().stream()).toList();
  }

  @Override
  public List<CaptureInfo> captures() {
    return captures.stream().flatMap(capture -> capture.captures().stream()).toList();
  }

  @Override
  public List<DecryptionSecrets> decryptionSecrets() {
    return captures.stream().flatMap(capture -> capture.decryptionSecrets().stream()).toList();
  }

  @Override
  public void close() throws IOException {
    close(captures);
  }

  /// Closes all, whatever fails on the way; the first failure is thrown.
  static void close(List<CaptureFile> captures) throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (CaptureFile capture : captures) {
      try {
        capture.close();
      } catch (IOException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }
}
