package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.analysis.feature.Feature;
import io.aegispcap.analysis.feature.FeatureSchema;
import io.aegispcap.analysis.flow.TransportNames;
import io.aegispcap.platform.captures.flows.filter.Field.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All fields that filters know.
public final class Fields {
  /// IANA's keyword for the protocol above IP.
  public static final String TRANSPORT =
      IntStream.rangeClosed(0, 255)
          .filter(number -> !TransportNames.of(number).equals("ip-protocol-" + number))
          .mapToObj(number -> " WHEN " + number + " THEN '" + TransportNames.of(number) + "'")
          .collect(
              Collectors.joining(
                  "", "CASE iana_number", " ELSE 'ip-protocol-' || iana_number END"));

  public static final String BYTES = "(fwd_ip_bytes + bwd_ip_bytes)";
  public static final String PACKETS = "(tot_fwd_pkts + tot_bwd_pkts)";
  public static final String DURATION = "(epoch_ns(\"end\") - epoch_ns(\"start\"))";

  /// A line each: name, aliases, kind, SQL, meaning. After a name, `?` marks columns that may be
  /// empty; SQL that begins with `$` is a fact, which `[]` marks as a list.
  private static final String TABLE =
      """
      host|ip host.ip|ADDRESS|source_ip, destination_ip|either side's address
      src|source.ip source_ip|ADDRESS|source_ip|address of the side that opened it
      dst|destination.ip destination_ip|ADDRESS|destination_ip|address of the side that was spoken to
      port||PORT|source_port, destination_port|either side's port
      src_port|source.port source_port|PORT|source_port|port of the side that opened it
      dst_port|destination.port destination_port|PORT|destination_port|port of the side that was spoken to
      proto|protocol|TEXT|application?, TRANSPORT|application or transport protocol
      application|app network.protocol service|TEXT|application?|application protocol, as it was recognised
      transport|network.transport|TEXT|TRANSPORT|transport protocol
      bytes|network.bytes|SIZE|BYTES|IP bytes of both directions
      bytes_out|source.bytes|SIZE|fwd_ip_bytes|IP bytes sent by the side that opened it
      bytes_in|destination.bytes|SIZE|bwd_ip_bytes|IP bytes sent back
      packets|network.packets|NUMBER|PACKETS|packets of both directions
      packets_out|source.packets|NUMBER|tot_fwd_pkts|packets sent by the side that opened it
      packets_in|destination.packets|NUMBER|tot_bwd_pkts|packets sent back
      duration|event.duration|DURATION|DURATION|from first to last packet
      start|event.start|TIME|epoch_ns("start")|time of the first packet
      end|event.end|TIME|epoch_ns("end")|time of the last packet
      state|conn_state|TEXT|state|how far the connection came, by Zeek's names
      end_reason||TEXT|end_reason|why the flow was ended, by IPFIX's names
      direction||TEXT|direction|whether it was observed who opened it, or inferred
      vlan|network.vlan.id|NUMBER|vlan_id?|VLAN
      tunnel||TEXT|tunnel?|tunnels it was in
      community_id|network.community_id|KEY|community_id|Community ID, the same in other tools
      first_frame|frame|NUMBER|first_frame|number of its first packet in the capture
      name|domain|TEXT|$dns.question.name, $tls.client.server_name, $url.domain, $host.name|any name that was asked for or spoken to
      dns|dns.question.name|TEXT|$dns.question.name|name that was asked for
      dns.type|dns.question.type|TEXT|$dns.question.type|type of record that was asked for
      dns.answer|dns.answers.data|TEXT|$dns.answers.data[]|what was answered
      dns.code|dns.response_code|TEXT|$dns.response_code|outcome of the question
      sni|tls.client.server_name|TEXT|$tls.client.server_name|server that the TLS client asked for
      tls.version||TEXT|$tls.version|TLS version
      tls.cipher||TEXT|$tls.cipher|TLS cipher suite
      tls.subject|tls.server.x509.subject.distinguished_name|TEXT|$tls.server.x509.subject.distinguished_name|whom the certificate is for
      tls.issuer|tls.server.x509.issuer.distinguished_name|TEXT|$tls.server.x509.issuer.distinguished_name|who issued the certificate
      ja3|tls.client.ja3|TEXT|$tls.client.ja3|fingerprint of the TLS client
      ja4|tls.client.ja4|TEXT|$tls.client.ja4|fingerprint of the TLS client
      hassh|ssh.client.hassh|TEXT|$ssh.client.hassh|fingerprint of the SSH client
      http.host|url.domain|TEXT|$url.domain|host that the HTTP client asked
      http.method|http.request.method method|TEXT|$http.request.method|HTTP method
      uri|url.original|TEXT|$url.original|what was asked of the HTTP server
      status|http.response.status_code http.status|NUMBER|$http.response.status_code|HTTP status
      user_agent|user_agent.original|TEXT|$user_agent.original|what the HTTP client says it is
      file.name||TEXT|$file.name|name of a file that was sent
      file.hash|hash|TEXT|$file.hash.md5, $file.hash.sha1, $file.hash.sha256|MD5, SHA-1 or SHA-256 of a body that was sent
      file.type|file.mime_type|TEXT|$file.mime_type|what a body that was sent is, by its first bytes
      user|user.name|TEXT|$user.name|who signed in, or tried
      banner|service.banner|TEXT|$service.banner|how the server greeted
      """;

  /// What plugins said of flows, by package and name.
  private static final Pattern NOTE = Pattern.compile("[a-z0-9._-]+/[a-z0-9._-]+/[a-z0-9._-]+");

  private static final List<Field> COMMON = TABLE.lines().map(Fields::row).toList();
  private static final List<Field> ALL =
      Stream.concat(COMMON.stream(), FeatureSchema.V1.features().stream().map(Fields::feature))
          .toList();
  private static final Map<String, Field> BY_NAME = byName();

  private Fields() {}

  /// What people ask for, the most asked first.
  public static List<Field> common() {
    return COMMON;
  }

  /// Features too.
  public static List<Field> all() {
    return ALL;
  }

  public static Optional<Field> find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(BY_NAME.get(lower))
        .or(() -> Optional.of(lower).filter(it -> NOTE.matcher(it).matches()).map(Fields::note));
  }

  /// What a plugin said; of flows of which none said such a thing, nothing.
  private static Field note(String title) {
    return new Field(
        title,
        List.of(),
        Kind.NOTE,
        List.of(new Source.Column("notes['" + title + "']", true, 1)),
        "what a plugin said of the flow");
  }

  /// The field that holds just this member of what a conversation said.
  public static Optional<Field> ofFact(String member) {
    return COMMON.stream()
        .filter(
            field ->
                field.sources().size() == 1
                    && field.sources().getFirst() instanceof Source.Fact(String name, boolean _)
                    && name.equals(member))
        .findFirst();
  }

  private static Map<String, Field> byName() {
    Map<String, Field> fields = new HashMap<>();
    for (Field field : ALL) {
      fields.putIfAbsent(field.name(), field);
      field.aliases().forEach(alias -> fields.putIfAbsent(alias, field));
    }
    return Map.copyOf(fields);
  }

  private static Field row(String line) {
    String[] cells = line.split("\\|", -1);
    List<Source> sources = new ArrayList<>();
    for (String sql : cells[3].split(", ", -1)) {
      sources.add(source(sql));
    }
    List<String> aliases = cells[1].isEmpty() ? List.of() : List.of(cells[1].split(" ", -1));
    return new Field(cells[0], aliases, Kind.valueOf(cells[2]), sources, cells[4]);
  }

  private static Source source(String sql) {
    if (sql.startsWith("$")) {
      boolean list = sql.endsWith("[]");
      return new Source.Fact(sql.substring(1, sql.length() - (list ? 2 : 0)), list);
    }
    boolean nullable = sql.endsWith("?");
    String column = nullable ? sql.substring(0, sql.length() - 1) : sql;
    return new Source.Column(expression(column), nullable, 1);
  }

  private static String expression(String name) {
    return switch (name) {
      case "TRANSPORT" -> TRANSPORT;
      case "BYTES" -> BYTES;
      case "PACKETS" -> PACKETS;
      case "DURATION" -> DURATION;
      default -> name;
    };
  }

  /// Features are columns of their own; those in microseconds are compared as durations.
  private static Field feature(Feature feature) {
    boolean time = feature.unit().equals("us");
    Kind kind = time ? Kind.DURATION : feature.unit().equals("bytes") ? Kind.SIZE : Kind.NUMBER;
    Source column = new Source.Column(feature.name(), false, time ? 1000 : 1);
    return new Field(feature.name(), List.of(), kind, List.of(column), feature.definition());
  }
}
