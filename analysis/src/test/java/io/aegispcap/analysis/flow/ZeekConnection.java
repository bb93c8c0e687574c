package io.aegispcap.analysis.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A row of one of Zeek's `conn.log`s.
///
/// @param ends the five-tuple without a direction
/// @param from address and port of the originator
record ZeekConnection(
    String ends,
    String from,
    String protocol,
    String state,
    String history,
    boolean tunnelled,
    long originatorPackets,
    long originatorBytes,
    long responderPackets,
    long responderBytes) {

  /// The rows of a log; none when it lacks the columns compared here.
  static List<ZeekConnection> read(Path log) throws IOException {
    List<ZeekConnection> rows = new ArrayList<>();
    List<String> columns = List.of();
    for (String line : Files.readAllLines(log)) {
      if (line.startsWith("#fields\t")) {
        columns = List.of(line.substring(8).split("\t"));
      } else if (!line.startsWith("#")
          && columns.contains("id.orig_h")
          && columns.contains("conn_state")) {
        rows.add(row(columns, line.split("\t", -1)));
      }
    }
    return rows;
  }

  private static ZeekConnection row(List<String> columns, String[] cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      row.put(columns.get(i), cells[i]);
    }
    String number = row.get("ip_proto");
    boolean icmp = number.equals("1") || number.equals("58");
    String from = row.get("id.orig_h");
    String fromPort = icmp ? "0" : row.get("id.orig_p");
    return new ZeekConnection(
        Ends.of(from, fromPort, row.get("id.resp_h"), icmp ? "0" : row.get("id.resp_p"), number),
        io.aegispcap.capture.packet.IpAddress.parse(from) + " " + fromPort,
        row.get("proto"),
        row.get("conn_state"),
        row.get("history"),
        !row.getOrDefault("tunnel_parents", "-").matches("-|\\(empty\\)"),
        number(row.get("orig_pkts")),
        number(row.get("orig_ip_bytes")),
        number(row.get("resp_pkts")),
        number(row.get("resp_ip_bytes")));
  }

  long packets() {
    return originatorPackets + responderPackets;
  }

  long bytes() {
    return originatorBytes + responderBytes;
  }

  private static long number(String cell) {
    return cell == null || cell.equals("-") ? 0 : Long.parseLong(cell);
  }
}
