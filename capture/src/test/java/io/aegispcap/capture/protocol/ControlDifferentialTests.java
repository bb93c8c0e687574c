package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.Tshark;
import io.aegispcap.capture.protocol.bacnet.BacnetProtocol;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;
import io.aegispcap.capture.protocol.dnp3.Dnp3Protocol;
import io.aegispcap.capture.protocol.iec104.Iec104Protocol;
import io.aegispcap.capture.protocol.modbus.ModbusProtocol;
import io.aegispcap.capture.protocol.s7.S7Protocol;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often each function stands in real captures, against what tshark counts. Sent again is not
/// counted: tshark is asked for what TCP had not seen.
@Tag("corpus")
class ControlDifferentialTests {
  private static final String FRESH = " && !tcp.analysis.retransmission";

  /// Causes of confirmations: they belong to what was asked.
  private static final Set<String> CONFIRMED = Set.of("7", "9", "10", "45", "47");

  /// What tshark reads in bytes that are no messages.
  private static final Set<String> NO_TYPES = Set.of("24", "26");

  @Test
  void countsFunctionsOfModbus() throws Exception {
    Path capture = TsharkFrames.capture("benign/nDPI/modbus.pcap");
    assertThat(ours(capture, new ModbusProtocol(), fact -> true, 0xff))
        .isEqualTo(theirs(capture, "modbus && tcp.dstport == 502" + FRESH, "modbus.func_code"))
        .isNotEmpty();
  }

  @Test
  void countsJobsOfS7() throws Exception {
    Path capture = TsharkFrames.capture("benign/nDPI/s7comm.pcap");
    Map<Integer, Long> ours = ours(capture, new S7Protocol(), fact -> fact.code() < 0x1000, 0xffff);
    long services =
        ours.entrySet().stream()
            .filter(entry -> entry.getKey() >= 0x100)
            .mapToLong(Map.Entry::getValue)
            .sum();
    ours.keySet().removeIf(code -> code >= 0x100);
    if (services > 0) {
      ours.put(0x28, services);
    }
    assertThat(ours)
        .isEqualTo(theirs(capture, "s7comm.header.rosctr == 1" + FRESH, "s7comm.param.func"))
        .isNotEmpty();
  }

  @Test
  void countsFunctionsOfDnp3() throws Exception {
    Path capture = TsharkFrames.capture("benign/nDPI/dnp3.pcap");
    assertThat(
            ours(
                capture,
                new Dnp3Protocol(),
                fact -> fact.action() != ControlAction.REPORT && fact.code() < 0x10000,
                0xff))
        .isEqualTo(theirs(capture, "dnp3.al.func < 129" + FRESH, "dnp3.al.func"))
        .isNotEmpty();
  }

  @Test
  void countsTypesOfIec104() throws Exception {
    Path capture = TsharkFrames.capture("benign/nDPI/iec60780-5-104.pcap");
    Map<Integer, Long> theirs = new TreeMap<>();
    for (List<String> row :
        Tshark.over(capture)
            .filter("iec60870_asdu" + FRESH)
            .rows("iec60870_asdu.typeid", "iec60870_asdu.causetx")) {
      String[] types = row.getFirst().split(",", -1);
      String[] causes = row.getLast().split(",", -1);
      for (int i = 0; i < types.length; i++) {
        if (!types[i].isEmpty() && !CONFIRMED.contains(causes[i]) && !NO_TYPES.contains(types[i])) {
          theirs.merge(Integer.decode(types[i]), 1L, Long::sum);
        }
      }
    }
    assertThat(ours(capture, new Iec104Protocol(), fact -> fact.code() < 0x1000, 0xff))
        .isEqualTo(theirs)
        .isNotEmpty();
  }

  @Test
  void countsServicesOfBacnet() throws Exception {
    Path capture = TsharkFrames.capture("benign/nDPI/bacnet.pcap");
    Map<Integer, Long> confirmed =
        ours(capture, new BacnetProtocol(), fact -> (fact.code() & 0x300) == 0, 0xff);
    Map<Integer, Long> unconfirmed =
        ours(capture, new BacnetProtocol(), fact -> (fact.code() & 0x300) == 0x100, 0xff);
    assertThat(confirmed)
        .isEqualTo(theirs(capture, "bacapp.type == 0", "bacapp.confirmed_service"))
        .isNotEmpty();
    assertThat(unconfirmed)
        .isEqualTo(theirs(capture, "bacapp.type == 1", "bacapp.unconfirmed_service"))
        .isNotEmpty();
  }

  private static Map<Integer, Long> ours(
      Path capture, Protocol protocol, Predicate<ControlFunction> which, int mask)
      throws Exception {
    Map<Integer, Long> counts = new TreeMap<>();
    CaptureReplay.facts(capture, protocol).stream()
        .map(ControlFunction.class::cast)
        .filter(which)
        .forEach(fact -> counts.merge(fact.code() & mask, fact.count(), Long::sum));
    return counts;
  }

  private static Map<Integer, Long> theirs(Path capture, String filter, String field)
      throws Exception {
    Map<Integer, Long> counts = new TreeMap<>();
    Tshark.over(capture).filter(filter).rows(field).stream()
        .map(List::getFirst)
        .flatMap(values -> Stream.of(values.split(",", -1)))
        .filter(value -> !value.isEmpty())
        .forEach(value -> counts.merge(Integer.decode(value), 1L, Long::sum));
    return counts;
  }
}
