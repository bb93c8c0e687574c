package io.aegispcap.capture.protocol.kerberos;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import io.aegispcap.capture.protocol.asn1.DerReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is kept of a message. Source: RFC 4120 5.4.1, 5.4.2, 5.9.1.
///
/// @param tag of the message's type
/// @param offered encryption types of a request
/// @param ticketEncryption 0 when there is none, as `replyEncryption`
/// @param error -1 when it is none
record KerberosMessage(
    int tag,
    String client,
    String realm,
    String service,
    List<Integer> offered,
    boolean preAuthenticated,
    int ticketEncryption,
    int replyEncryption,
    int error) {
  private static final int AS_REQUEST = 0x6a;
  private static final int AS_REPLY = 0x6b;
  private static final int TGS_REQUEST = 0x6c;
  private static final int TGS_REPLY = 0x6d;
  private static final int ERROR = 0x7e;
  private static final int TICKET = 0x61;
  private static final int FIELD = 0xa0;
  private static final int VERSION = 5;
  private static final int MOST_TYPES = 32;
  private static final int LONGEST_NAME = 256;

  /// PA-ENC-TIMESTAMP, PA-PK-AS-REQ and its forerunner, and the encrypted challenge of RFC 6113.
  private static final List<Integer> PROOFS = List.of(2, 14, 16, 138);

  static boolean isTag(int tag) {
    return tag == AS_REQUEST
        || tag == AS_REPLY
        || tag == TGS_REQUEST
        || tag == TGS_REPLY
        || tag == ERROR;
  }

  /// Whether it goes on as a message does: a sequence whose first field is version 5.
  static boolean begins(Bytes bytes, int from) {
    int at = pastLength(bytes, from + 1);
    if (bytes.u8(at) != DerReader.SEQUENCE) {
      return false;
    }
    int field = pastLength(bytes, at + 1);
    boolean request = bytes.u8(from) == AS_REQUEST || bytes.u8(from) == TGS_REQUEST;
    return bytes.u8(field) == FIELD + (request ? 1 : 0)
        && bytes.u32(field + 1) == (0x03_0201_00L | VERSION);
  }

  private static int pastLength(Bytes bytes, int at) {
    int first = bytes.u8(at);
    return at + 1 + (first < 0x80 ? 0 : Math.min(first & 0x7f, 4));
  }

  static KerberosMessage read(Bytes bytes) {
    DerReader message = new DerReader(bytes);
    int tag = message.peek();
    if (!isTag(tag)) {
      throw new MalformedMessageException("not a message of a key distribution centre");
    }
    DerReader fields = message.in(tag).in(DerReader.SEQUENCE);
    return switch (tag) {
      case AS_REQUEST, TGS_REQUEST -> request(tag, fields);
      case ERROR -> error(fields);
      default -> reply(tag, fields);
    };
  }

  boolean isRequest() {
    return tag == AS_REQUEST || tag == TGS_REQUEST;
  }

  private static KerberosMessage request(int tag, DerReader fields) {
    boolean proved = false;
    KerberosMessage body = null;
    while (fields.hasMore()) {
      int field = fields.peek() - FIELD;
      DerReader value = new DerReader(fields.value());
      switch (field) {
        case 3 -> proved = proves(value.in(DerReader.SEQUENCE));
        case 4 -> body = body(tag, value.in(DerReader.SEQUENCE), proved);
        default -> {
          // Version and type.
        }
      }
    }
    if (body == null) {
      throw new MalformedMessageException("Kerberos request without a body");
    }
    return body;
  }

  private static boolean proves(DerReader data) {
    boolean proves = false;
    while (data.hasMore()) {
      DerReader one = data.in(DerReader.SEQUENCE);
      proves |= PROOFS.contains((int) one.in(FIELD + 1).integer());
    }
    return proves;
  }

  private static KerberosMessage body(int tag, DerReader body, boolean proved) {
    String client = "";
    String realm = "";
    String service = "";
    List<Integer> types = new ArrayList<>();
    while (body.hasMore()) {
      int field = body.peek() - FIELD;
      DerReader value = new DerReader(body.value());
      switch (field) {
        case 1 -> client = name(value);
        case 2 -> realm = text(value.value());
        case 3 -> service = name(value);
        case 8 -> {
          DerReader list = value.in(DerReader.SEQUENCE);
          while (list.hasMore() && types.size() < MOST_TYPES) {
            types.add((int) list.integer());
          }
        }
        default -> {
          // Options, times, addresses.
        }
      }
    }
    return new KerberosMessage(tag, client, realm, service, List.copyOf(types), proved, 0, 0, -1);
  }

  private static KerberosMessage reply(int tag, DerReader fields) {
    String client = "";
    String realm = "";
    String service = "";
    int ticket = 0;
    int part = 0;
    while (fields.hasMore()) {
      int field = fields.peek() - FIELD;
      DerReader value = new DerReader(fields.value());
      switch (field) {
        case 4 -> client = name(value);
        case 5 -> {
          DerReader inside = value.in(TICKET).in(DerReader.SEQUENCE);
          inside.skip();
          realm = text(inside.in(FIELD + 1).value());
          service = name(inside.in(FIELD + 2));
          ticket = encryption(inside.in(FIELD + 3));
        }
        case 6 -> part = encryption(value);
        default -> {
          // Version, type, the client's realm.
        }
      }
    }
    return new KerberosMessage(tag, client, realm, service, List.of(), false, ticket, part, -1);
  }

  private static int encryption(DerReader encrypted) {
    return (int) encrypted.in(DerReader.SEQUENCE).in(FIELD).integer();
  }

  private static KerberosMessage error(DerReader fields) {
    int code = -1;
    String realm = "";
    String service = "";
    while (fields.hasMore()) {
      int field = fields.peek() - FIELD;
      DerReader value = new DerReader(fields.value());
      switch (field) {
        case 6 -> code = (int) value.integer();
        case 9 -> realm = text(value.value());
        case 10 -> service = name(value);
        default -> {
          // Times, texts.
        }
      }
    }
    return new KerberosMessage(ERROR, "", realm, service, List.of(), false, 0, 0, code);
  }

  /// Parts of a principal's name with slashes between.
  private static String name(DerReader principal) {
    DerReader fields = principal.in(DerReader.SEQUENCE);
    fields.skip();
    DerReader parts = fields.in(FIELD + 1).in(DerReader.SEQUENCE);
    StringBuilder name = new StringBuilder();
    while (parts.hasMore() && name.length() < LONGEST_NAME) {
      name.append(name.isEmpty() ? "" : "/").append(text(parts.value()));
    }
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private static String text(Bytes bytes) {
    return bytes.utf8(LONGEST_NAME);
  }

  static KerberosExchange exchange(
      long frameId,
      long timestamp,
      Optional<KerberosMessage> request,
      Optional<KerberosMessage> reply) {
    KerberosMessage any = request.or(() -> reply).orElseThrow();
    boolean as = any.tag == AS_REQUEST || any.tag == AS_REPLY;
    return new KerberosExchange(
        frameId,
        timestamp,
        any.tag == ERROR ? "" : as ? "as" : "tgs",
        reply.map(KerberosMessage::client).filter(c -> !c.isEmpty()).orElse(any.client),
        any.realm,
        any.service,
        request.map(r -> r.offered.stream().map(EncryptionTypes::name).toList()).orElse(List.of()),
        any.preAuthenticated,
        reply.map(r -> EncryptionTypes.name(r.ticketEncryption)).orElse(""),
        reply.map(r -> EncryptionTypes.name(r.replyEncryption)).orElse(""),
        reply.map(r -> KerberosErrors.name(r.error)).orElse(""),
        reply.isPresent());
  }
}
