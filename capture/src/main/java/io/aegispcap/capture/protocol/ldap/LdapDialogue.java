package io.aegispcap.capture.protocol.ldap;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Dialogue;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.asn1.DerReader;
import io.aegispcap.capture.protocol.ntlm.NtlmExchange;
import io.aegispcap.capture.protocol.ntlm.NtlmMessage;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Requests and what answers them, by message id.
final class LdapDialogue implements Dialogue {
  private static final int UDP = 17;
  private static final int MOST_WAITING = 64;
  private static final int MOST_FACTS = 4096;
  private static final int LONGEST_NAME = 512;

  private static final int BIND = 0x60;
  private static final int BIND_RESPONSE = 0x61;
  private static final int SEARCH = 0x63;
  private static final int ENTRY = 0x64;
  private static final int SEARCH_DONE = 0x65;
  private static final int EXTENDED = 0x77;
  private static final int SIMPLE = 0x80;
  private static final int SASL = 0xa3;
  private static final int MORE_SASL = 14;
  private static final String START_TLS = "1.3.6.1.4.1.1466.20037";

  private final Conversation conversation;
  private final LdapStream requests = new LdapStream();
  private final LdapStream responses = new LdapStream();
  private final SequencedMap<Long, PendingSearch> searches = new LinkedHashMap<>();
  private final NtlmExchange ntlm;
  private LdapBind bind;
  private boolean binding;
  private int told;
  private boolean done;

  LdapDialogue(Conversation conversation) {
    this.conversation = conversation;
    this.ntlm = new NtlmExchange(conversation, "ldap", this::tell);
    this.bind = new LdapBind(0, 0, "", "", false, -1);
  }

  /// By its tag: RFC 4511 4.2 to 4.14.
  static boolean isOperation(int tag) {
    return switch (tag) {
      case 0x42, 0x4a, 0x50, 0x60, 0x61, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69 -> true;
      case 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x73, 0x77, 0x78, 0x79 -> true;
      default -> false;
    };
  }

  @Override
  public boolean read(Side side, Bytes data) {
    boolean more;
    if (conversation.transport() == UDP) {
      more = take(side, data);
    } else {
      LdapStream stream = side == Side.CLIENT ? requests : responses;
      more = stream.read(data, message -> take(side, message));
    }
    if (!more) {
      close();
    }
    return more;
  }

  private boolean take(Side side, Bytes bytes) {
    DerReader message = new DerReader(bytes).in(DerReader.SEQUENCE);
    long id = message.integer();
    int operation = message.peek();
    if (!isOperation(operation)) {
      throw new MalformedMessageException("no operation of LDAP");
    }
    Bytes contents = message.value();
    DerReader fields = new DerReader(contents);
    if (side == Side.CLIENT) {
      switch (operation) {
        case BIND -> bind(fields);
        case SEARCH -> search(id, fields);
        case EXTENDED -> done = text(fields.value()).equals(START_TLS);
        default -> {
          // Changes are not told of.
        }
      }
    } else {
      switch (operation) {
        case BIND_RESPONSE -> {
          bound((int) fields.integer());
          ntlm.server(contents);
        }
        case ENTRY -> entry(id, fields);
        case SEARCH_DONE -> finish(id, (int) fields.integer());
        default -> {
          // Of other requests.
        }
      }
    }
    return !done && told < MOST_FACTS;
  }

  private void bind(DerReader fields) {
    fields.skip();
    String name = text(fields.value());
    String mechanism = "simple";
    boolean open = false;
    if (fields.peek() == SASL) {
      DerReader sasl = new DerReader(fields.value());
      mechanism = text(sasl.value());
      if (sasl.hasMore()
          && ntlm.client(sasl.value()).orElse(null)
              instanceof NtlmMessage.Authenticate authenticate) {
        name = authenticate.domain() + "\\" + authenticate.user();
      }
    } else if (fields.peek() == SIMPLE) {
      open = fields.value().length() > 0;
    }
    bind =
        new LdapBind(conversation.frameId(), conversation.timestamp(), name, mechanism, open, -1);
    binding = true;
  }

  private void bound(int result) {
    if (binding && result != MORE_SASL) {
      tellBind(result);
    }
  }

  private void tellBind(int result) {
    binding = false;
    tell(
        new LdapBind(
            bind.frameId(),
            bind.timestamp(),
            bind.name(),
            bind.mechanism(),
            bind.cleartext(),
            result));
  }

  private void search(long id, DerReader fields) {
    String base = text(fields.value());
    int scope = (int) fields.integer();
    for (int i = 0; i < 4; i++) {
      fields.skip(); // aliases, limits, types only
    }
    String filter = Filter.text(fields);
    PendingSearch search =
        new PendingSearch(
            conversation.frameId(), conversation.timestamp(), base, scope(scope), filter);
    DerReader wanted = fields.in(DerReader.SEQUENCE);
    while (wanted.hasMore()) {
      search.wants(text(wanted.value()));
    }
    searches.put(id, search);
    if (searches.size() > MOST_WAITING) {
      tell(searches.pollFirstEntry().getValue().fact(-1));
    }
  }

  private static String scope(int number) {
    return switch (number) {
      case 0 -> "base";
      case 1 -> "one";
      default -> "sub";
    };
  }

  private void entry(long id, DerReader fields) {
    PendingSearch search = searches.get(id);
    if (search == null) {
      return;
    }
    search.found();
    fields.skip();
    DerReader attributes = fields.in(DerReader.SEQUENCE);
    while (attributes.hasMore() && search.learns()) {
      search.found(text(attributes.in(DerReader.SEQUENCE).value()));
    }
  }

  private void finish(long id, int result) {
    PendingSearch search = searches.remove(id);
    if (search != null) {
      tell(search.fact(result));
    }
  }

  private static String text(Bytes bytes) {
    return bytes.utf8(LONGEST_NAME);
  }

  private void tell(Fact fact) {
    if (told < MOST_FACTS) {
      told++;
      conversation.emit(fact);
    }
  }

  @Override
  public boolean gap(Side side, long length) {
    return conversation.transport() == UDP;
  }

  /// What waits is told of as it is.
  @Override
  public void close() {
    if (binding) {
      tellBind(-1);
    }
    searches.values().forEach(search -> tell(search.fact(-1)));
    searches.clear();
  }
}
