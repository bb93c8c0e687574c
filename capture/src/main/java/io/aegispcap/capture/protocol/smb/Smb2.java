package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// SMB 2 and 3 (MS-SMB2 2.2): what requests ask for and responses grant.
final class Smb2 {
  /// Messages that move file contents and are longer than this carry no calls over pipes.
  static final int LONGEST_PIPED = 16_384;

  /// Bytes of a path that are kept.
  static final int LONGEST_NAME = 2048;

  private static final int MOST_WAITING = 256;
  private static final int MOST_FILES = 1024;
  private static final int MOST_TREES = 256;

  private static final int HEADER = 64;
  private static final int COMMAND = 12;
  private static final int STATUS = 8;
  private static final int FLAGS = 16;
  private static final int RESPONSE = 1;
  private static final int NEXT = 20;
  private static final int MESSAGE_ID = 24;
  private static final int TREE_ID = 36;

  private static final int NEGOTIATE = 0;
  private static final int SESSION_SETUP = 1;
  private static final int TREE_CONNECT = 3;
  private static final int CREATE = 5;
  private static final int CLOSE = 6;
  private static final int READ = 8;
  private static final int WRITE = 9;
  private static final int IOCTL = 11;
  private static final int SET_INFO = 17;

  private static final int SIGNING_REQUIRED = 2;
  private static final int GUEST_OR_NULL = 3;
  private static final int DELETE_ON_CLOSE = 0x1000;
  private static final int PIPE_TRANSCEIVE = 0x0011_c017;
  private static final int FILE_INFO = 1;
  private static final int RENAME = 10;
  private static final int DISPOSITION = 13;
  private static final int DISPOSITION_EX = 64;

  private final Conversation conversation;
  private final Login login;
  private final SequencedMap<Long, Waiting> waiting = new LinkedHashMap<>();
  private final Map<Long, SmbTree> trees = new LinkedHashMap<>();
  private final Map<Handle, OpenFile> files = new LinkedHashMap<>();
  private @Nullable OpenFile related;

  /// A file's name on the wire, 128 bits.
  private record Handle(long high, long low) {
    private static Handle at(Bytes message, int index) {
      return new Handle(message.u64(index), message.u64(index + 8));
    }

    /// Stands for the file that the request before in the same message opens.
    private boolean isPrevious() {
      return high == -1 && low == -1;
    }
  }

  /// A request without its response.
  private record Waiting(int command, @Nullable OpenFile file, @Nullable SmbTree tree) {}

  Smb2(Conversation conversation, Login login) {
    this.conversation = conversation;
    this.login = login;
  }

  /// @param head of a message
  static boolean movesContents(Bytes head) {
    int command = head.u16Little(COMMAND);
    boolean response = (head.u32Little(FLAGS) & RESPONSE) != 0;
    return command == WRITE && !response || command == READ && response;
  }

  /// Takes a message, which may be several in one.
  void take(Side side, Bytes message) {
    int at = 0;
    boolean more = true;
    while (more && message.length() - at >= HEADER) {
      long next = message.u32Little(at + NEXT);
      more = next >= HEADER && next < message.length() - at;
      Bytes one = message.slice(at, more ? (int) next : message.length() - at);
      boolean response = (one.u32Little(FLAGS) & RESPONSE) != 0;
      if (response && side == Side.SERVER) {
        response(one);
      } else if (!response && side == Side.CLIENT) {
        request(one);
      }
      at += (int) next;
    }
    related = null;
  }

  private void request(Bytes message) {
    int command = message.u16Little(COMMAND);
    OpenFile file = null;
    SmbTree tree = null;
    switch (command) {
      case SESSION_SETUP -> login.asked(blob(message, HEADER + 12));
      case TREE_CONNECT -> tree = wantedTree(message);
      case CREATE -> file = wantedFile(message);
      case CLOSE -> close(message);
      case READ -> file = file(message, HEADER + 16);
      case WRITE -> write(message);
      case IOCTL -> file = control(message);
      case SET_INFO -> setInfo(message);
      default -> {
        // Says nothing that is told.
      }
    }
    waiting.put(message.u64(MESSAGE_ID), new Waiting(command, file, tree));
    if (waiting.size() > MOST_WAITING) {
      forget(waiting.pollFirstEntry().getValue());
    }
  }

  /// An answer to it will not be understood any more.
  private static void forget(Waiting oldest) {
    if (oldest.command == CREATE && oldest.file != null) {
      oldest.file.close();
    }
  }

  /// The bytes that an offset and a length point to.
  private static Bytes blob(Bytes message, int field) {
    int length = message.u16Little(field + 2);
    return message.slice(length == 0 ? 0 : message.u16Little(field), length);
  }

  private static String text(Bytes message, int field) {
    Bytes text = blob(message, field);
    return text.utf16Little(0, Math.min(text.length(), LONGEST_NAME));
  }

  private SmbTree wantedTree(Bytes message) {
    return new SmbTree(
        conversation.frameId(),
        conversation.timestamp(),
        text(message, HEADER + 4),
        "",
        NtStatus.UNANSWERED);
  }

  private OpenFile wantedFile(Bytes message) {
    SmbTree tree = trees.get(message.u32Little(TREE_ID));
    String name = text(message, HEADER + 44);
    boolean pipe = tree != null && tree.type().equals("pipe");
    OpenFile file = new OpenFile(conversation, tree == null ? "" : tree.path(), name, pipe);
    if ((message.u32Little(HEADER + 40) & DELETE_ON_CLOSE) != 0) {
      file.delete();
    }
    related = file;
    return file;
  }

  private @Nullable OpenFile file(Bytes message, int index) {
    Handle handle = Handle.at(message, index);
    return handle.isPrevious() ? related : files.get(handle);
  }

  private void close(Bytes message) {
    OpenFile file = file(message, HEADER + 8);
    Handle handle = Handle.at(message, HEADER + 8);
    if (file != null && !handle.isPrevious()) {
      files.remove(handle);
      file.close();
    }
  }

  private void write(Bytes message) {
    OpenFile file = file(message, HEADER + 16);
    if (file == null) {
      return;
    }
    long length = message.u32Little(HEADER + 4);
    file.wrote(length);
    if (file.isPipe()) {
      pipe(file, Side.CLIENT, message, message.u16Little(HEADER + 2), length);
    }
  }

  private @Nullable OpenFile control(Bytes message) {
    OpenFile file = file(message, HEADER + 8);
    boolean transceives = message.u32Little(HEADER + 4) == PIPE_TRANSCEIVE;
    if (file == null || !transceives) {
      return null;
    }
    long offset = message.u32Little(HEADER + 24);
    pipe(file, Side.CLIENT, message, offset, message.u32Little(HEADER + 28));
    return file;
  }

  private static void pipe(OpenFile file, Side side, Bytes message, long offset, long length) {
    if (length > 0 && offset >= HEADER && offset + length <= message.length()) {
      file.piped(side, message.slice((int) offset, (int) length));
    }
  }

  private void setInfo(Bytes message) {
    OpenFile file = file(message, HEADER + 16);
    if (file == null || message.u8(HEADER + 2) != FILE_INFO) {
      return;
    }
    int at = message.u16Little(HEADER + 8);
    switch (message.u8(HEADER + 3)) {
      case RENAME -> {
        int length = (int) Math.min(message.u32Little(at + 16), LONGEST_NAME);
        file.rename(message.utf16Little(at + 20, length));
      }
      case DISPOSITION, DISPOSITION_EX -> {
        if ((message.u8(at) & 1) != 0) {
          file.delete();
        }
      }
      default -> {
        // Times, sizes and the like.
      }
    }
  }

  private void response(Bytes message) {
    long status = message.u32Little(STATUS);
    int command = message.u16Little(COMMAND);
    if (status == NtStatus.PENDING) {
      return;
    }
    Waiting request = waiting.remove(message.u64(MESSAGE_ID));
    switch (command) {
      case NEGOTIATE -> negotiated(message, status);
      case SESSION_SETUP -> sessionSetUp(message, status);
      case TREE_CONNECT -> connected(request == null ? null : request.tree, message, status);
      case CREATE -> created(request == null ? null : request.file, message, status);
      case READ -> contents(request == null ? null : request.file, message, HEADER + 2);
      case IOCTL -> contents(request == null ? null : request.file, message, HEADER + 32);
      default -> {
        // Nothing in it.
      }
    }
  }

  private void negotiated(Bytes message, long status) {
    if (status == NtStatus.SUCCESS) {
      int revision = message.u16Little(HEADER + 4);
      boolean signing = (message.u16Little(HEADER + 2) & SIGNING_REQUIRED) != 0;
      login.agreed(dialect(revision), signing);
    }
  }

  private static String dialect(int revision) {
    return switch (revision) {
      case 0x0202 -> "2.0.2";
      case 0x0210 -> "2.1";
      case 0x0300 -> "3.0";
      case 0x0302 -> "3.0.2";
      case 0x0311 -> "3.1.1";
      default -> "";
    };
  }

  private void sessionSetUp(Bytes message, long status) {
    boolean granted = status == NtStatus.SUCCESS;
    login.answered(
        status, granted && (message.u16Little(HEADER + 2) & GUEST_OR_NULL) != 0, message);
  }

  private void connected(@Nullable SmbTree wanted, Bytes message, long status) {
    if (wanted == null) {
      return;
    }
    String type = status == NtStatus.SUCCESS ? type(message.u8(HEADER + 2)) : "";
    SmbTree tree = new SmbTree(wanted.frameId(), wanted.timestamp(), wanted.path(), type, status);
    conversation.emit(tree);
    if (status == NtStatus.SUCCESS && trees.size() < MOST_TREES) {
      trees.put(message.u32Little(TREE_ID), tree);
    }
  }

  private static String type(int number) {
    return switch (number) {
      case 1 -> "disk";
      case 2 -> "pipe";
      case 3 -> "print";
      default -> "";
    };
  }

  private void created(@Nullable OpenFile file, Bytes message, long status) {
    if (file == null) {
      return;
    }
    if (status != NtStatus.SUCCESS) {
      file.failed(status);
      return;
    }
    file.opened((int) message.u32Little(HEADER + 4));
    files.put(Handle.at(message, HEADER + 64), file);
    if (files.size() > MOST_FILES) {
      Map.Entry<Handle, OpenFile> oldest = files.entrySet().iterator().next();
      files.remove(oldest.getKey());
      oldest.getValue().close();
    }
  }

  /// @param field where the offset of the data stands, in a byte for reading, in 32 bits for
  ///   control
  private static void contents(@Nullable OpenFile file, Bytes message, int field) {
    if (file == null || message.length() < field + 8) {
      return;
    }
    boolean reading = message.u16Little(COMMAND) == READ;
    long offset = reading ? message.u8(field) : message.u32Little(field);
    long length = message.u32Little(field + (reading ? 2 : 4));
    file.read(length);
    if (file.isPipe()) {
      pipe(file, Side.SERVER, message, offset, length);
    }
  }

  /// The connection ended: open files are told of.
  void close() {
    waiting.values().forEach(Smb2::forget);
    waiting.clear();
    files.values().forEach(OpenFile::close);
    files.clear();
  }
}
