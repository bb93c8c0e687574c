package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.rpc.RpcStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A file or pipe between being asked for and being closed.
final class OpenFile {
  private static final String PIPE = "pipe\\";

  private final Conversation conversation;
  private final long frameId;
  private final long timestamp;
  private final String share;
  private final String name;
  private final boolean pipe;
  private String action = "";
  private long status = NtStatus.UNANSWERED;
  private long bytesRead;
  private long bytesWritten;
  private boolean deleted;
  private String renamedTo = "";
  private @Nullable RpcStream calls;
  private boolean told;

  OpenFile(Conversation conversation, String share, String name, boolean pipe) {
    this.conversation = conversation;
    this.frameId = conversation.frameId();
    this.timestamp = conversation.timestamp();
    this.share = share;
    String path = name.startsWith("\\") ? name.substring(1) : name;
    boolean prefixed = pipe && path.toLowerCase(Locale.ROOT).startsWith(PIPE);
    this.name = prefixed ? path.substring(PIPE.length()) : path;
    this.pipe = pipe;
    this.calls = pipe ? new RpcStream(conversation, this.name.toLowerCase(Locale.ROOT)) : null;
  }

  /// @param createAction as MS-SMB2 2.2.14 numbers them
  void opened(int createAction) {
    status = NtStatus.SUCCESS;
    action =
        switch (createAction) {
          case 0 -> "superseded";
          case 2 -> "created";
          case 3 -> "overwritten";
          default -> "opened";
        };
  }

  void failed(long why) {
    status = why;
    action = "failed";
    close();
  }

  boolean isPipe() {
    return pipe;
  }

  void read(long bytes) {
    bytesRead += bytes;
  }

  void wrote(long bytes) {
    bytesWritten += bytes;
  }

  void delete() {
    deleted = true;
  }

  void rename(String to) {
    renamedTo = to;
  }

  /// What goes through the pipe; what is no call is let be.
  void piped(Side side, Bytes data) {
    RpcStream stream = calls;
    if (stream == null) {
      return;
    }
    try {
      if (!stream.read(side, data)) {
        endCalls();
      }
    } catch (MalformedMessageException notRpc) {
      endCalls();
    }
  }

  private void endCalls() {
    RpcStream stream = calls;
    calls = null;
    if (stream != null) {
      stream.close();
    }
  }

  /// Tells of it, once.
  void close() {
    endCalls();
    if (!told) {
      told = true;
      conversation.emit(
          new SmbFile(
              frameId,
              timestamp,
              share,
              name,
              pipe,
              action,
              bytesRead,
              bytesWritten,
              deleted,
              renamedTo,
              status));
    }
  }
}
