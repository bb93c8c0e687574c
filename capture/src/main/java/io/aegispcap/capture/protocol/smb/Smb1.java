package io.aegispcap.capture.protocol.smb;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// SMB 1 (MS-CIFS 2.2.4, MS-SMB 2.2.4): the first command of each message.
final class Smb1 {
  private static final int MOST_WAITING = 256;
  private static final int MOST_FILES = 1024;
  private static final int MOST_TREES = 256;

  private static final int COMMAND = 4;
  private static final int STATUS = 5;
  private static final int FLAGS2 = 10;
  private static final int UNICODE = 0x8000;
  private static final int TREE_ID = 24;
  private static final int MULTIPLEX_ID = 30;
  private static final int WORD_COUNT = 32;
  private static final int WORDS = 33;

  private static final int CLOSE = 0x04;
  private static final int TRANSACTION = 0x25;
  private static final int READ = 0x2e;
  private static final int WRITE = 0x2f;
  private static final int TRANSACTION2 = 0x32;
  private static final int NEGOTIATE = 0x72;
  private static final int SESSION_SETUP = 0x73;
  private static final int TREE_CONNECT = 0x75;
  private static final int NT_TRANSACTION = 0xa0;
  private static final int CREATE = 0xa2;

  private static final int EXTENDED_WORDS = 12;
  private static final int OLD_WORDS = 13;
  private static final int TRANSACT_PIPE = 0x26;
  private static final int PEEK_PIPE = 0x23;
  private static final int UNDEFINED_SESSION_SETUP = 0x0e;
  private static final int GUEST = 1;

  /// More than any ordinary client sends in one transaction (EternalBlue sends 66,512).
  private static final long OUT_OF_PROPORTION = 65_535;

  private final Conversation conversation;
  private final Login login;
  private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
  private final Map<Integer, SmbTree> trees = new LinkedHashMap<>();
  private final Map<Integer, OpenFile> files = new LinkedHashMap<>();

  /// A request without its response.
  private record Waiting(
      int command,
      @Nullable OpenFile file,
      @Nullable SmbTree tree,
      @Nullable SmbTransaction transaction) {

    private static Waiting of(int command) {
      return new Waiting(command, null, null, null);
    }
  }

  Smb1(Conversation conversation, Login login) {
    this.conversation = conversation;
    this.login = login;
  }

  /// @param head of a message
  static boolean movesContents(Bytes head) {
    int command = head.u8(COMMAND);
    return command == READ || command == WRITE;
  }

  void take(Side side, Bytes message) {
    if (side == Side.CLIENT) {
      request(message);
    } else {
      response(message);
    }
  }

  private void request(Bytes message) {
    int command = message.u8(COMMAND);
    boolean bare = message.u8(WORD_COUNT) == 0;
    Waiting request =
        bare && command != NEGOTIATE
            ? Waiting.of(command)
            : switch (command) {
              case SESSION_SETUP -> sessionSetUp(message);
              case TREE_CONNECT -> connect(message);
              case CREATE -> create(message);
              case CLOSE -> close(message);
              case READ -> new Waiting(command, file(message, WORDS + 4), null, null);
              case WRITE -> write(message);
              case TRANSACTION -> transaction(message);
              case TRANSACTION2 -> transaction2(message);
              case NT_TRANSACTION -> ntTransaction(message);
              default -> Waiting.of(command);
            };
    Waiting unanswered = waiting.put(message.u16Little(MULTIPLEX_ID), request);
    if (unanswered != null) {
      forget(unanswered);
    }
    if (waiting.size() > MOST_WAITING) {
      forget(waiting.entrySet().iterator().next().getValue());
      waiting.remove(waiting.keySet().iterator().next());
    }
  }

  private void forget(Waiting oldest) {
    if (oldest.command == CREATE && oldest.file != null) {
      oldest.file.close();
    }
    if (oldest.transaction != null) {
      conversation.emit(oldest.transaction);
    }
  }

  private @Nullable OpenFile file(Bytes message, int index) {
    return files.get(message.u16Little(index));
  }

  private static boolean unicode(Bytes message) {
    return (message.u16Little(FLAGS2) & UNICODE) != 0;
  }

  /// A text that ends with a NUL; of 16 bits a character it begins at an even offset.
  private static Text text(Bytes message, int from) {
    if (!unicode(message)) {
      int end = message.indexOf((byte) 0, from);
      int length = (end < 0 ? message.length() : end) - from;
      return new Text(message.latin1(from, Math.min(length, Smb2.LONGEST_NAME)), from + length + 1);
    }
    int start = from + (from & 1);
    int end = start;
    while (end + 1 < message.length() && message.u16Little(end) != 0) {
      end += 2;
    }
    int shown = Math.min(end - start, Smb2.LONGEST_NAME);
    return new Text(message.utf16Little(start, shown), end + 2);
  }

  /// @param next index behind it
  private record Text(String value, int next) {}

  private Waiting sessionSetUp(Bytes message) {
    int words = message.u8(WORD_COUNT);
    int data = WORDS + 2 * words + 2;
    if (words == EXTENDED_WORDS) {
      int length = message.u16Little(WORDS + 14);
      login.asked(message.slice(data, length));
    } else if (words == OLD_WORDS) {
      int passwords = message.u16Little(WORDS + 14) + message.u16Little(WORDS + 16);
      Text user = text(message, data + passwords);
      login.asked(text(message, user.next).value, user.value);
    }
    return Waiting.of(SESSION_SETUP);
  }

  private Waiting connect(Bytes message) {
    int data = WORDS + 2 * message.u8(WORD_COUNT) + 2;
    String path = text(message, data + message.u16Little(WORDS + 6)).value;
    SmbTree tree =
        new SmbTree(
            conversation.frameId(), conversation.timestamp(), path, "", NtStatus.UNANSWERED);
    return new Waiting(TREE_CONNECT, null, tree, null);
  }

  private Waiting create(Bytes message) {
    SmbTree tree = trees.get(message.u16Little(TREE_ID));
    int data = WORDS + 2 * message.u8(WORD_COUNT) + 2;
    boolean pipe = tree != null && tree.type().equals("pipe");
    String share = tree == null ? "" : tree.path();
    OpenFile file = new OpenFile(conversation, share, text(message, data).value, pipe);
    return new Waiting(CREATE, file, null, null);
  }

  private Waiting close(Bytes message) {
    OpenFile file = files.remove(message.u16Little(WORDS));
    if (file != null) {
      file.close();
    }
    return Waiting.of(CLOSE);
  }

  private Waiting write(Bytes message) {
    OpenFile file = file(message, WORDS + 4);
    if (file != null) {
      int length = message.u16Little(WORDS + 20);
      file.wrote(length);
      pipe(file, Side.CLIENT, message, message.u16Little(WORDS + 22), length);
    }
    return Waiting.of(WRITE);
  }

  private static void pipe(OpenFile file, Side side, Bytes message, int offset, int length) {
    if (file.isPipe() && length > 0 && offset + length <= message.length()) {
      file.piped(side, message.slice(offset, length));
    }
  }

  private Waiting transaction(Bytes message) {
    int function = setup(message, WORDS + 26);
    if (function == TRANSACT_PIPE) {
      OpenFile file = file(message, WORDS + 30);
      if (file != null) {
        int length = message.u16Little(WORDS + 22);
        pipe(file, Side.CLIENT, message, message.u16Little(WORDS + 24), length);
      }
      return new Waiting(TRANSACTION, file, null, null);
    }
    return function == PEEK_PIPE
        ? strange(message, TRANSACTION, "trans", function, message.u16Little(WORDS + 2))
        : Waiting.of(TRANSACTION);
  }

  /// The first setup word; 0 without one.
  private static int setup(Bytes message, int count) {
    return message.u8(count) == 0 ? 0 : message.u16Little(count + 2);
  }

  private Waiting transaction2(Bytes message) {
    int function = setup(message, WORDS + 26);
    return function == UNDEFINED_SESSION_SETUP
        ? strange(message, TRANSACTION2, "trans2", function, message.u16Little(WORDS + 2))
        : Waiting.of(TRANSACTION2);
  }

  private Waiting ntTransaction(Bytes message) {
    long total = message.u32Little(WORDS + 7);
    return total > OUT_OF_PROPORTION
        ? strange(message, NT_TRANSACTION, "nt_trans", message.u16Little(WORDS + 36), total)
        : Waiting.of(NT_TRANSACTION);
  }

  private Waiting strange(Bytes message, int command, String name, int function, long total) {
    SmbTransaction transaction =
        new SmbTransaction(
            conversation.frameId(),
            conversation.timestamp(),
            name,
            function,
            total,
            message.u16Little(MULTIPLEX_ID),
            NtStatus.UNANSWERED);
    return new Waiting(command, null, null, transaction);
  }

  private void response(Bytes message) {
    int command = message.u8(COMMAND);
    long status = message.u32Little(STATUS);
    int words = message.u8(WORD_COUNT);
    Optional<Waiting> request =
        Optional.ofNullable(waiting.remove(message.u16Little(MULTIPLEX_ID)));
    switch (command) {
      case NEGOTIATE -> login.agreed("1.0", words > 0 && (message.u8(WORDS + 2) & 8) != 0);
      case SESSION_SETUP ->
          login.answered(status, words > 2 && (message.u16Little(WORDS + 4) & GUEST) != 0, message);
      default -> request.ifPresent(asked -> response(asked, message, status));
    }
  }

  private void response(Waiting asked, Bytes message, long status) {
    if (asked.tree != null) {
      connected(asked.tree, message, status);
    } else if (asked.command == CREATE && asked.file != null) {
      created(asked.file, message, status);
    } else if (asked.transaction != null) {
      SmbTransaction of = asked.transaction;
      conversation.emit(
          new SmbTransaction(
              of.frameId(),
              of.timestamp(),
              of.command(),
              of.function(),
              of.totalData(),
              of.multiplexId(),
              status));
    } else if (asked.file != null && message.u8(WORD_COUNT) > 0) {
      contents(asked.file, message, asked.command == READ);
    }
  }

  private void connected(SmbTree wanted, Bytes message, long status) {
    boolean granted = status == NtStatus.SUCCESS;
    int data = WORDS + 2 * message.u8(WORD_COUNT) + 2;
    int end = granted ? message.indexOf((byte) 0, data) : -1;
    String service = end < 0 ? "" : message.latin1(data, end - data);
    String type =
        switch (service) {
          case "A:" -> "disk";
          case "IPC" -> "pipe";
          case "LPT1:" -> "print";
          default -> "";
        };
    SmbTree tree = new SmbTree(wanted.frameId(), wanted.timestamp(), wanted.path(), type, status);
    conversation.emit(tree);
    if (granted && trees.size() < MOST_TREES) {
      trees.put(message.u16Little(TREE_ID), tree);
    }
  }

  private void created(OpenFile file, Bytes message, long status) {
    if (status != NtStatus.SUCCESS) {
      file.failed(status);
      return;
    }
    file.opened((int) message.u32Little(WORDS + 7));
    files.put(message.u16Little(WORDS + 5), file);
    if (files.size() > MOST_FILES) {
      Map.Entry<Integer, OpenFile> oldest = files.entrySet().iterator().next();
      files.remove(oldest.getKey());
      oldest.getValue().close();
    }
  }

  private static void contents(OpenFile file, Bytes message, boolean reading) {
    int length = message.u16Little(WORDS + (reading ? 10 : 12));
    int offset = message.u16Little(WORDS + (reading ? 12 : 14));
    file.read(length);
    pipe(file, Side.SERVER, message, offset, length);
  }

  /// The connection ended: open files and what waits are told of.
  void close() {
    waiting.values().forEach(this::forget);
    waiting.clear();
    files.values().forEach(OpenFile::close);
    files.clear();
  }
}
