package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.MalformedMessageException;
import java.util.ArrayList;
import java.util.List;

/// One message: its header, its first question, and its answers (RFC 1035 4.1). A reused cursor:
/// what it says is the message read last, and its texts and lists may be kept.
final class DnsMessage {
  private static final int MAX_ANSWERS = 64;
  private static final int RESPONSE = 0x8000;
  private static final int AUTHORITATIVE = 0x0400;
  private static final int TRUNCATED = 0x0200;

  private final DnsBytes in = new DnsBytes();
  private final List<DnsAnswer> read = new ArrayList<>();
  private DnsFlavour flavour = DnsFlavour.DNS;
  private int flags;
  private int questions;
  private String name = ".";
  private int type;
  private int recordClass = 1;
  private List<DnsAnswer> answers = List.of();
  private int extendedCode;

  /// Reads a message, whose bytes must stay as they are while it is asked about.
  ///
  /// @throws MalformedMessageException when header or questions are not DNS; answers that are cut
  ///   or broken are left out instead
  void read(Bytes data, int from, int length, DnsFlavour newFlavour) {
    in.over(data.array(), data.start() + from, length);
    flavour = newFlavour;
    flags = in.u16At(2);
    questions = in.u16At(4);
    name = ".";
    type = 0;
    recordClass = 1;
    answers = List.of();
    extendedCode = 0;
    readQuestions();
    if (isResponse()) {
      readRecords();
    }
  }

  int id() {
    return in.u16At(0);
  }

  boolean isResponse() {
    return (flags & RESPONSE) != 0;
  }

  boolean isAuthoritative() {
    return (flags & AUTHORITATIVE) != 0;
  }

  boolean isTruncated() {
    return (flags & TRUNCATED) != 0;
  }

  boolean hasQuestion() {
    return questions > 0;
  }

  String name() {
    return name;
  }

  String type() {
    return flavour.type(type);
  }

  String recordClass() {
    return DnsNames.recordClass(recordClass);
  }

  String responseCode() {
    return DnsNames.responseCode((extendedCode << 4) | (flags & 15));
  }

  List<DnsAnswer> answers() {
    return answers;
  }

  int length() {
    return in.length();
  }

  private void readQuestions() {
    for (int i = 0; i < questions; i++) {
      if (i == 0) {
        name = flavour.name(in.name());
        type = in.u16();
        recordClass = flavour.recordClass(in.u16());
      } else {
        in.skipName();
        in.u32();
      }
    }
  }

  private void readRecords() {
    int count = in.u16At(6);
    int additional = in.u16At(10);
    if (count + additional == 0) {
      return;
    }
    read.clear();
    try {
      for (int i = 0; i < count; i++) {
        readAnswer();
      }
      readExtendedCode(in.u16At(8), additional);
    } catch (MalformedMessageException cut) {
      // A snap length cuts long answers: what stands before the cut is kept.
      additional = 0;
    }
    answers = List.copyOf(read);
  }

  private void readAnswer() {
    String owner = flavour.name(in.name());
    int answerType = in.u16();
    int answerClass = flavour.recordClass(in.u16());
    long ttl = in.u32();
    int length = in.u16();
    int next = in.position() + length;
    if (read.isEmpty() && questions == 0) {
      name = owner;
      type = answerType;
      recordClass = answerClass;
    }
    if (read.size() < MAX_ANSWERS) {
      read.add(new DnsAnswer(owner, flavour.type(answerType), ttl, data(answerType, length)));
    }
    in.moveTo(next);
  }

  private String data(int answerType, int length) {
    return flavour == DnsFlavour.NBNS
        ? RecordData.netbios(in, answerType, length)
        : RecordData.text(in, answerType, length);
  }

  /// The upper eight bits of the response code stand in the OPT record (RFC 6891 6.1.3).
  private void readExtendedCode(int authority, int additional) {
    if (additional == 0) {
      return;
    }
    for (int i = 0; i < authority + additional; i++) {
      in.skipName();
      int recordType = in.u16();
      in.u16();
      int code = in.u8();
      in.moveTo(in.position() + 3);
      if (recordType == DnsNames.OPT) {
        extendedCode = code;
        return;
      }
      in.moveTo(in.position() + 2 + in.u16At(in.position()));
    }
  }
}
