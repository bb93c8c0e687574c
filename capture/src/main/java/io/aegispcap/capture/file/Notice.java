package io.aegispcap.capture.file;

/// Something about a capture that its reader should know, though it could be read.
///
/// @param file as the user named it
/// @param offset of the byte it is about, in the (decompressed) capture, from 0
/// @param text one sentence
public record Notice(String file, long offset, String text) {
  @Override
  public String toString() {
    return file + ": at byte " + offset + ": " + text;
  }
}
