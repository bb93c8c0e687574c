package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.Tshark;
import io.aegispcap.capture.protocol.mqtt.MqttConnection;
import io.aegispcap.capture.protocol.mqtt.MqttProtocol;
import io.aegispcap.capture.protocol.mqtt.MqttTopic;
import io.aegispcap.capture.protocol.rdp.RdpConnection;
import io.aegispcap.capture.protocol.rdp.RdpProtocol;
import io.aegispcap.capture.protocol.snmp.SnmpProtocol;
import io.aegispcap.capture.protocol.snmp.SnmpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What real captures say by RDP, MQTT and SNMP, against what tshark reads.
@Tag("corpus")
class SmallDevicesDifferentialTests {
  @Test
  void readsTheCookiesAndClientsOfRdp() throws Exception {
    for (String name : List.of("rdp", "rdp3", "rdp_over_tls")) {
      Path capture = TsharkFrames.capture("benign/nDPI/" + name + ".pcap");
      List<RdpConnection> ours =
          CaptureReplay.facts(capture, new RdpProtocol()).stream()
              .map(RdpConnection.class::cast)
              .toList();
      assertThat(ours).as(name).isNotEmpty();
      assertThat(texts(ours.stream().map(RdpConnection::cookie)))
          .as(name)
          .isEqualTo(
              texts(
                  rows(capture, "rdp", "rdp.rt_cookie")
                      .map(cookie -> cookie.replace("Cookie: mstshash=", "").trim())));
      assertThat(texts(ours.stream().map(RdpConnection::clientName)))
          .as(name)
          .isEqualTo(texts(rows(capture, "rdp", "rdp.client.name")));
    }
  }

  @Test
  void readsTheClientsAndTopicsOfMqtt() throws Exception {
    Path capture = TsharkFrames.capture("benign/nDPI/mqtt.pcap");
    List<Fact> ours = CaptureReplay.facts(capture, new MqttProtocol());
    assertThat(
            texts(
                ours.stream()
                    .filter(MqttConnection.class::isInstance)
                    .map(fact -> ((MqttConnection) fact).clientId())))
        .isEqualTo(texts(rows(capture, "mqtt.msgtype == 1", "mqtt.clientid")))
        .isNotEmpty();
    assertThat(
            texts(
                ours.stream()
                    .filter(MqttTopic.class::isInstance)
                    .map(fact -> ((MqttTopic) fact).topic())))
        .containsAll(texts(rows(capture, "mqtt.msgtype == 8", "mqtt.topic")));
  }

  @Test
  void readsTheNamesOfSnmp() throws Exception {
    Path capture = TsharkFrames.capture("benign/nDPI/snmp.pcap");
    List<SnmpRequest> ours =
        CaptureReplay.facts(capture, new SnmpProtocol()).stream()
            .map(SnmpRequest.class::cast)
            .toList();
    long asked =
        rows(capture, "snmp.data == 0 || snmp.data == 1 || snmp.data == 5", "frame.number").count();
    assertThat(
            ours.stream()
                .filter(request -> request.type().startsWith("get"))
                .mapToLong(SnmpRequest::count)
                .sum())
        .isEqualTo(asked)
        .isPositive();
    assertThat(texts(ours.stream().map(SnmpRequest::user).distinct()))
        .isEqualTo(texts(rows(capture, "snmp", "snmp.msgUserName").distinct()));
  }

  private static Stream<String> rows(Path capture, String filter, String field) throws Exception {
    return Tshark.over(capture).filter(filter).rows(field).stream().map(List::getFirst);
  }

  private static List<String> texts(Stream<String> values) {
    return values.filter(value -> !value.isEmpty()).sorted().toList();
  }
}
