package io.aegispcap.capture.protocol.tftp;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Side;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A request a datagram. One that is repeated is told of once; at most [#MOST] are.
final class TftpDialogue implements Dialogue {
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int LONGEST = 255;
  private static final int MOST = 256;
  private static final Set<String> MODES = Set.of("octet", "netascii", "mail");

  private final Conversation conversation;
  private Request last = new Request(false, "", "", -1);
  private int told;

  /// @param size -1 when it is not said
  record Request(boolean write, String file, String mode, long size) {}

  TftpDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  /// Opcode, name and mode of printable characters, each ended by NUL, and options to the end.
  static Optional<Request> request(Bytes data) {
    if (data.length() < 9 || data.u8(0) != 0 || data.u8(1) != READ && data.u8(1) != WRITE) {
      return Optional.empty();
    }
    int nameEnd = data.indexOf((byte) 0, 2);
    int modeEnd = nameEnd < 0 ? -1 : data.indexOf((byte) 0, nameEnd + 1);
    if (nameEnd <= 2 || modeEnd < 0 || nameEnd > LONGEST + 2 || !printable(data, 2, nameEnd)) {
      return Optional.empty();
    }
    String mode = data.latin1(nameEnd + 1, modeEnd - nameEnd - 1).toLowerCase(Locale.ROOT);
    if (!MODES.contains(mode)) {
      return Optional.empty();
    }
    boolean write = data.u8(1) == WRITE;
    long size = write ? size(data, modeEnd + 1) : -1;
    return Optional.of(new Request(write, data.latin1(2, nameEnd - 2), mode, size));
  }

  private static boolean printable(Bytes data, int from, int end) {
    for (int i = from; i < end; i++) {
      if (data.u8(i) < ' ' || data.u8(i) == 127) {
        return false;
      }
    }
    return true;
  }

  private static long size(Bytes data, int from) {
    String[] options = data.latin1(from, data.length() - from).split("\0", 32);
    for (int i = 0; i + 1 < options.length; i += 2) {
      if (options[i].equalsIgnoreCase("tsize") && options[i + 1].matches("\\d{1,15}")) {
        return Long.parseLong(options[i + 1]);
      }
    }
    return -1;
  }

  @Override
  public boolean read(Side side, Bytes data) {
    request(data)
        .filter(request -> !request.equals(last))
        .ifPresent(
            request -> {
              last = request;
              told++;
              conversation.emit(
                  new TftpRequest(
                      conversation.frameId(),
                      conversation.timestamp(),
                      request.write(),
                      request.file(),
                      request.mode(),
                      request.size()));
            });
    return told < MOST;
  }

  @Override
  public boolean gap(Side side, long length) {
    return true;
  }

  @Override
  public void close() {
    // Each request was told of when it came.
  }
}
