package io.aegispcap.capture.file;

import java.io.IOException;

/// Bytes that are no capture, or not one that can be read on from here.
public final class MalformedCaptureException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long offset;
  private final String reason;

  /// @param file as the user named it
  /// @param offset of the offending byte in the (decompressed) capture, from 0
  /// @param reason one sentence: what is wrong, and what to do where that is known
  public MalformedCaptureException(String file, long offset, String reason) {
    super(file + ": at byte " + offset + ": " + reason);
    this.file = file;
    this.offset = offset;
    this.reason = reason;
  }

  public String file() {
    return file;
  }

  public long offset() {
    return offset;
  }

  public String reason() {
    return reason;
  }
}
