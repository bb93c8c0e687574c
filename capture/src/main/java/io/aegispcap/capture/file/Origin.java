package io.aegispcap.capture.file;

/// What a capture's bytes are wrapped in and how many they are, compressed as they lie there.
interface Origin {
  /// Such as " in gzip"; empty when there is no wrapping.
  String wrapping();

  /// Bytes of the file, or read from the stream so far.
  long size();
}
