package io.aegispcap.cage.wire;

/// One frame: on the wire its length in four bytes, most significant first, one byte of type, and
/// the body.
///
/// @param type 0 to 255
/// @param body not copied: frames live shortly
record Frame(int type, byte[] body) {
  /// Length and type.
  static final int HEADER = 5;
}
