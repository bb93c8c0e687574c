package io.aegispcap.capture.protocol.shell;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A connection in which one side gave commands to a shell of the other side. What was said is not
/// kept.
///
/// @param frameId frame of the first sign
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param byOpener whether the side that opened the connection lends the shell, which is the
///   reverse of what servers do
/// @param commands lines that the other side sent
/// @param outputs pieces of output or prompts that are a shell's without doubt
public record ShellSession(
    long frameId, long timestamp, boolean byOpener, long commands, long outputs) implements Fact {
  @Override
  public String protocol() {
    return "shell";
  }

  @Override
  public void describe(FactWriter out) {
    out.flag("shell.reverse", byOpener);
    out.number("shell.commands", commands);
    out.number("shell.outputs", outputs);
  }
}
