package io.aegispcap.capture.protocol.dns;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;
import java.util.Optional;

/// A question to a name server and its answer, if one was seen. An answer whose question was not
/// seen is an exchange too; it then stands for the question. Source: RFC 1035 4.1.
///
/// @param protocol `dns`, `mdns`, `llmnr` or `nbns`
/// @param frameId frame of the question; of the answer when the question was not seen
/// @param answerFrameId frame of the answer; 0 when there is none
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param id transaction id, 0 to 65,535
/// @param name the name asked for: lower case, escaped as RFC 4343 2.1 says, without the last dot;
///   `.` for the root
/// @param type IANA name of the record type, or `TYPE` and its number (RFC 3597)
/// @param recordClass `IN`, `CH`, `HS`, `NONE`, `ANY`, or `CLASS` and its number
/// @param responseCode IANA name such as `NOERROR` or `NXDOMAIN`, or `RCODE` and its number; empty
///   when unanswered
/// @param answers records of the answer section, at most 64
/// @param responseNanos time from question to answer; 0 when one of them was not seen
/// @param authoritative the answer has the AA bit
/// @param truncated the answer has the TC bit
/// @param queryLength bytes of the question's message; 0 when it was not seen
/// @param answerLength bytes of the answer's message; 0 when there is none
public record DnsExchange(
    String protocol,
    long frameId,
    long answerFrameId,
    long timestamp,
    int id,
    String name,
    String type,
    String recordClass,
    Optional<String> responseCode,
    List<DnsAnswer> answers,
    boolean answered,
    long responseNanos,
    boolean authoritative,
    boolean truncated,
    int queryLength,
    int answerLength)
    implements Fact {

  public DnsExchange {
    answers = List.copyOf(answers);
  }

  @Override
  public void describe(FactWriter out) {
    out.number("dns.id", id);
    out.text("dns.question.name", name);
    out.text("dns.question.type", type);
    out.text("dns.question.class", recordClass);
    out.text("dns.response_code", responseCode.orElse(""));
    out.list("dns.answers.type", answers, DnsAnswer::type);
    out.list("dns.answers.data", answers, DnsAnswer::data);
    if (answered) {
      out.flag("dns.authoritative", authoritative);
      out.flag("dns.truncated", truncated);
      out.number("dns.response_nanos", responseNanos);
    }
  }
}
