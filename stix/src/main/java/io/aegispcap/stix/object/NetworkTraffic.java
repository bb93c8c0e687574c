package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `network-traffic`, section 6.12 of STIX 2.1.
public record NetworkTraffic(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static NetworkTraffic of(List<String> protocols) {
    return new NetworkTraffic(
        Encoded.identified(
            Encoded.observable("network-traffic").with("protocols", JsonArray.ofTexts(protocols))));
  }

  public Optional<StixTimestamp> start() {
    return View.timestamp(json, "start");
  }

  public NetworkTraffic withStart(StixTimestamp start) {
    return with("start", JsonValue.of(start.toString()));
  }

  public Optional<StixTimestamp> end() {
    return View.timestamp(json, "end");
  }

  public NetworkTraffic withEnd(StixTimestamp end) {
    return with("end", JsonValue.of(end.toString()));
  }

  public Optional<Boolean> isActive() {
    return View.truth(json, "is_active");
  }

  public NetworkTraffic withIsActive(boolean isActive) {
    return with("is_active", JsonValue.of(isActive));
  }

  public Optional<StixId> srcRef() {
    return View.id(json, "src_ref");
  }

  public NetworkTraffic withSrcRef(StixId srcRef) {
    return with("src_ref", JsonValue.of(srcRef.toString()));
  }

  public Optional<StixId> dstRef() {
    return View.id(json, "dst_ref");
  }

  public NetworkTraffic withDstRef(StixId dstRef) {
    return with("dst_ref", JsonValue.of(dstRef.toString()));
  }

  public Optional<Long> srcPort() {
    return View.whole(json, "src_port");
  }

  public NetworkTraffic withSrcPort(long srcPort) {
    return with("src_port", JsonValue.of(srcPort));
  }

  public Optional<Long> dstPort() {
    return View.whole(json, "dst_port");
  }

  public NetworkTraffic withDstPort(long dstPort) {
    return with("dst_port", JsonValue.of(dstPort));
  }

  public List<String> protocols() {
    return View.texts(json, "protocols");
  }

  public NetworkTraffic withProtocols(List<String> protocols) {
    return with("protocols", JsonArray.ofTexts(protocols));
  }

  public Optional<Long> srcByteCount() {
    return View.whole(json, "src_byte_count");
  }

  public NetworkTraffic withSrcByteCount(long srcByteCount) {
    return with("src_byte_count", JsonValue.of(srcByteCount));
  }

  public Optional<Long> dstByteCount() {
    return View.whole(json, "dst_byte_count");
  }

  public NetworkTraffic withDstByteCount(long dstByteCount) {
    return with("dst_byte_count", JsonValue.of(dstByteCount));
  }

  public Optional<Long> srcPackets() {
    return View.whole(json, "src_packets");
  }

  public NetworkTraffic withSrcPackets(long srcPackets) {
    return with("src_packets", JsonValue.of(srcPackets));
  }

  public Optional<Long> dstPackets() {
    return View.whole(json, "dst_packets");
  }

  public NetworkTraffic withDstPackets(long dstPackets) {
    return with("dst_packets", JsonValue.of(dstPackets));
  }

  public Optional<JsonObject> ipfix() {
    return View.object(json, "ipfix");
  }

  public NetworkTraffic withIpfix(JsonObject ipfix) {
    return with("ipfix", ipfix);
  }

  public Optional<StixId> srcPayloadRef() {
    return View.id(json, "src_payload_ref");
  }

  public NetworkTraffic withSrcPayloadRef(StixId srcPayloadRef) {
    return with("src_payload_ref", JsonValue.of(srcPayloadRef.toString()));
  }

  public Optional<StixId> dstPayloadRef() {
    return View.id(json, "dst_payload_ref");
  }

  public NetworkTraffic withDstPayloadRef(StixId dstPayloadRef) {
    return with("dst_payload_ref", JsonValue.of(dstPayloadRef.toString()));
  }

  public List<StixId> encapsulatesRefs() {
    return View.ids(json, "encapsulates_refs");
  }

  public NetworkTraffic withEncapsulatesRefs(List<StixId> encapsulatesRefs) {
    return with("encapsulates_refs", Encoded.ids(encapsulatesRefs));
  }

  public Optional<StixId> encapsulatedByRef() {
    return View.id(json, "encapsulated_by_ref");
  }

  public NetworkTraffic withEncapsulatedByRef(StixId encapsulatedByRef) {
    return with("encapsulated_by_ref", JsonValue.of(encapsulatedByRef.toString()));
  }

  public Optional<HttpRequestExt> httpRequestExt() {
    return View.extension(json, "http-request-ext", HttpRequestExt::new);
  }

  public NetworkTraffic withHttpRequestExt(HttpRequestExt httpRequestExt) {
    return with("extensions", Encoded.extension(json, "http-request-ext", httpRequestExt));
  }

  public Optional<IcmpExt> icmpExt() {
    return View.extension(json, "icmp-ext", IcmpExt::new);
  }

  public NetworkTraffic withIcmpExt(IcmpExt icmpExt) {
    return with("extensions", Encoded.extension(json, "icmp-ext", icmpExt));
  }

  public Optional<SocketExt> socketExt() {
    return View.extension(json, "socket-ext", SocketExt::new);
  }

  public NetworkTraffic withSocketExt(SocketExt socketExt) {
    return with("extensions", Encoded.extension(json, "socket-ext", socketExt));
  }

  public Optional<TcpExt> tcpExt() {
    return View.extension(json, "tcp-ext", TcpExt::new);
  }

  public NetworkTraffic withTcpExt(TcpExt tcpExt) {
    return with("extensions", Encoded.extension(json, "tcp-ext", tcpExt));
  }

  @Override
  public NetworkTraffic with(String property, JsonValue value) {
    return new NetworkTraffic(Encoded.identified(json.with(property, value)));
  }
}
