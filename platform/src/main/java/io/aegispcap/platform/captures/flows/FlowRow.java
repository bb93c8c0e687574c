package io.aegispcap.platform.captures.flows;

import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.packet.Packet;
import io.aegispcap.platform.captures.flows.filter.Fields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A flow in a list. It goes by the number of its first packet, which no other flow has.
///
/// @param protocol IANA's number
/// @param application as it was recognised
/// @param name first one that was asked for or spoken to
/// @param state by Zeek's names
public record FlowRow(
    long frame,
    Instant start,
    Duration duration,
    Side source,
    Side destination,
    int protocol,
    String transport,
    Optional<String> application,
    Optional<String> name,
    String state) {

  /// One of the two that speak.
  ///
  /// @param packets sent by it
  /// @param bytes of IP sent by it
  public record Side(String ip, int port, long packets, long bytes) {}

  static final String COLUMNS =
      "first_frame, epoch_ns(\"start\") AS start_ns, "
          + Fields.DURATION
          + " AS duration_ns, source_ip, source_port, destination_ip, destination_port, "
          + Fields.TRANSPORT
          + " AS transport, iana_number, application, state, tot_fwd_pkts, tot_bwd_pkts,"
          + " fwd_ip_bytes, bwd_ip_bytes, coalesce("
          + firstOf("tls.client.server_name")
          + ", "
          + firstOf("url.domain")
          + ", "
          + firstOf("dns.question.name")
          + ", "
          + firstOf("host.name")
          + ") AS name";

  private static String firstOf(String member) {
    return "json_extract_string(facts, '$[*].\"" + member + "\"')[1]";
  }

  static FlowRow read(ResultSet row) throws SQLException {
    return new FlowRow(
        row.getLong("first_frame"),
        instant(row.getLong("start_ns")),
        Duration.ofNanos(row.getLong("duration_ns")),
        side(row, "source", "fwd"),
        side(row, "destination", "bwd"),
        row.getInt("iana_number"),
        row.getString("transport"),
        Optional.ofNullable(row.getString("application")),
        Optional.ofNullable(row.getString("name")),
        row.getString("state"));
  }

  private static Side side(ResultSet row, String side, String direction) throws SQLException {
    return new Side(
        row.getString(side + "_ip"),
        row.getInt(side + "_port"),
        Math.round(row.getDouble("tot_" + direction + "_pkts")),
        Math.round(row.getDouble(direction + "_ip_bytes")));
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(0, nanos);
  }

  /// Computed, since reading the column takes longer than all others together.
  public String communityId() {
    return new FlowKey(
            IpAddress.parse(source.ip),
            IpAddress.parse(destination.ip),
            source.port,
            destination.port,
            protocol,
            -1)
        .communityId();
  }

  public long packets() {
    return source.packets + destination.packets;
  }

  public long bytes() {
    return source.bytes + destination.bytes;
  }

  /// Whether ports tell its conversation from others; where there are none they are 0, or a type.
  public boolean hasPorts() {
    return switch (protocol) {
      case Packet.TCP, Packet.UDP, Packet.SCTP -> true;
      default -> false;
    };
  }

  /// Application protocol, or transport where none was recognised.
  public String spoken() {
    return application.orElse(transport);
  }
}
