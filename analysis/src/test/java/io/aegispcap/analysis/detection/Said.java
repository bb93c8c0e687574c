package io.aegispcap.analysis.detection;

import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.control.ControlAction;
import io.aegispcap.capture.protocol.control.ControlFunction;
import io.aegispcap.capture.protocol.dhcp.DhcpMessage;
import io.aegispcap.capture.protocol.dhcpv6.Dhcpv6Message;
import io.aegispcap.capture.protocol.dns.DnsAnswer;
import io.aegispcap.capture.protocol.dns.DnsExchange;
import io.aegispcap.capture.protocol.http.BodyHash;
import io.aegispcap.capture.protocol.http.HttpContent;
import io.aegispcap.capture.protocol.http.HttpExchange;
import io.aegispcap.capture.protocol.http.HttpLogin;
import io.aegispcap.capture.protocol.kerberos.KerberosExchange;
import io.aegispcap.capture.protocol.ldap.LdapSearch;
import io.aegispcap.capture.protocol.login.LoginAttempt;
import io.aegispcap.capture.protocol.login.MailEnvelope;
import io.aegispcap.capture.protocol.mqtt.MqttConnection;
import io.aegispcap.capture.protocol.ntlm.NtlmLogin;
import io.aegispcap.capture.protocol.ntp.NtpMessage;
import io.aegispcap.capture.protocol.radius.RadiusExchange;
import io.aegispcap.capture.protocol.rdp.RdpConnection;
import io.aegispcap.capture.protocol.rpc.RpcCall;
import io.aegispcap.capture.protocol.smb.SmbFile;
import io.aegispcap.capture.protocol.smb.SmbSession;
import io.aegispcap.capture.protocol.smb.SmbTransaction;
import io.aegispcap.capture.protocol.snmp.SnmpRequest;
import io.aegispcap.capture.protocol.ssh.SshConversation;
import io.aegispcap.capture.protocol.tls.Certificate;
import io.aegispcap.capture.protocol.tls.TlsHandshake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Facts for tests; frame numbers follow the time.
public final class Said {
  private Said() {}

  private static long frame(long time) {
    return 1 + (time - Scene.START) / 1_000;
  }

  public static DnsExchange asked(long time, String name, String type, String code) {
    return new DnsExchange(
        "dns",
        frame(time),
        frame(time) + 1,
        time,
        7,
        name,
        type,
        "IN",
        Optional.of(code),
        List.<DnsAnswer>of(),
        true,
        1_000_000,
        false,
        false,
        60,
        90);
  }

  /// A question for an address that is answered by one.
  public static DnsExchange resolved(long time, String name, String address) {
    return new DnsExchange(
        "dns",
        frame(time),
        frame(time) + 1,
        time,
        7,
        name,
        "A",
        "IN",
        Optional.of("NOERROR"),
        List.of(new DnsAnswer(name, "A", 30, address)),
        true,
        1_000_000,
        false,
        false,
        60,
        90);
  }

  /// An offer of a server.
  ///
  /// @param router also the name server
  public static DhcpMessage offer(long time, String mac, long id, String server, String router) {
    return dhcp(
        time,
        "OFFER",
        mac,
        id,
        Optional.of(IpAddress.parse(server)),
        List.of(IpAddress.parse(router)));
  }

  /// A DHCPv6 server's reply.
  ///
  /// @param given the address that the client gets
  public static Dhcpv6Message dhcpv6Reply(
      long time, int transaction, String duid, String given, String nameServer) {
    return new Dhcpv6Message(
        frame(time),
        time,
        "REPLY",
        transaction,
        Optional.empty(),
        "00030001001b210aff01",
        "00-1B-21-0A-FF-01",
        duid,
        List.of(IpAddress.parse(given)),
        List.of(),
        "",
        "",
        List.of(IpAddress.parse(nameServer)),
        List.of(),
        "",
        List.of());
  }

  /// An access server's question for a station, and what came of it.
  public static RadiusExchange radius(long time, String user, String station, String answer) {
    return new RadiusExchange(
        frame(time),
        time,
        "Access-Request",
        answer,
        user,
        "pap",
        Optional.empty(),
        "ap7",
        "",
        station,
        Optional.empty(),
        "",
        "",
        "",
        0,
        0,
        0);
  }

  public static DhcpMessage discover(long time, String mac) {
    return dhcp(time, "DISCOVER", mac, 7, Optional.empty(), List.of());
  }

  private static DhcpMessage dhcp(
      long time,
      String type,
      String mac,
      long id,
      Optional<IpAddress> server,
      List<IpAddress> routers) {
    return new DhcpMessage(
        frame(time),
        time,
        type,
        mac,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        id,
        server,
        routers,
        routers,
        Optional.empty(),
        List.of());
  }

  /// An answer to a question that everybody heard.
  ///
  /// @param protocol `llmnr`, `nbns` or `mdns`
  public static DnsExchange named(long time, String protocol, String name, String address) {
    String type = protocol.equals("nbns") ? "NB" : "A";
    return new DnsExchange(
        protocol,
        frame(time),
        frame(time),
        time,
        7,
        name,
        type,
        "IN",
        Optional.of("NOERROR"),
        List.of(new DnsAnswer(name, type, 30, address)),
        true,
        0,
        false,
        false,
        0,
        60);
  }

  /// @param challenge 16 hexadecimal digits By NTLM at a web server.
  public static HttpLogin httpNtlm(long time, String challenge, String user) {
    return new HttpLogin(
        1, time, "wpad", "/", "ntlm", "CORP", user, "PC-7", 2, challenge, "WEB", 200);
  }

  public static NtlmLogin ntlm(long time, String challenge, String user) {
    return new NtlmLogin(frame(time), time, "smb", challenge, "S", "CORP", user, "PC");
  }

  public static LoginAttempt login(long time, String user, LoginAttempt.Outcome outcome) {
    return new LoginAttempt("ftp", frame(time), time, user, "USER/PASS", outcome, true);
  }

  public static SshConversation ssh(long time, int attempts, boolean in, int packets) {
    return new SshConversation(
        frame(time),
        time,
        "SSH-2.0-x",
        "SSH-2.0-y",
        Optional.empty(),
        Optional.empty(),
        attempts,
        in,
        packets);
  }

  public static NtpMessage monlist(long time, boolean answer, int length) {
    return new NtpMessage(frame(time), time, 2, 7, 0, answer, true, length);
  }

  public static MailEnvelope mail(long time, String helo) {
    return new MailEnvelope(frame(time), time, helo, "a@example.org", List.of("b@example.org"));
  }

  public static HttpExchange get(long time, String host, String uri, String agent) {
    return http(time, "GET", host, uri, agent, 200, Optional.empty(), Optional.empty());
  }

  /// Data that is sent to a bare address.
  public static HttpExchange report(long time, String host, String uri, String agent) {
    HttpExchange get =
        http(time, "POST", host, uri, agent, 200, Optional.empty(), Optional.empty());
    return new HttpExchange(
        get.frameId(),
        get.answerFrameId(),
        time,
        "POST",
        host,
        uri,
        "1.1",
        get.userAgent(),
        Optional.empty(),
        200,
        Optional.empty(),
        get.responseContentType(),
        Optional.empty(),
        Optional.empty(),
        120,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HttpContent.NONE);
  }

  public static HttpExchange post(long time, String uri) {
    return http(
        time, "POST", "example.org", uri, "browser", 200, Optional.empty(), Optional.empty());
  }

  public static HttpExchange basic(long time, String user, int status) {
    return http(
        time, "GET", "example.org", "/", "browser", status, Optional.of(user), Optional.empty());
  }

  public static HttpExchange download(long time, String host, String type, String magic) {
    return http(
        time,
        "GET",
        host,
        "/a.bin",
        "browser",
        200,
        Optional.empty(),
        Optional.of(new BodyHash("", "", "", true, 5_000, magic)),
        type);
  }

  private static HttpExchange http(
      long time,
      String method,
      String host,
      String uri,
      String agent,
      int status,
      Optional<String> user,
      Optional<BodyHash> body) {
    return http(time, method, host, uri, agent, status, user, body, "text/html");
  }

  private static HttpExchange http(
      long time,
      String method,
      String host,
      String uri,
      String agent,
      int status,
      Optional<String> user,
      Optional<BodyHash> body,
      String type) {
    return new HttpExchange(
        frame(time),
        frame(time) + 1,
        time,
        method,
        host,
        uri,
        "1.1",
        Optional.of(agent),
        Optional.empty(),
        status,
        Optional.empty(),
        Optional.of(type),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        body,
        user,
        Optional.empty(),
        HttpContent.NONE);
  }

  /// A form or other text that was sent, and the page that came back.
  public static HttpExchange sent(
      long time, String method, String uri, String type, String body, int status, String answer) {
    return sent(time, method, uri, type, body, status, answer, List.of());
  }

  public static HttpExchange sent(
      long time,
      String method,
      String uri,
      String type,
      String body,
      int status,
      String answer,
      List<HttpContent.Field> fields) {
    return new HttpExchange(
        frame(time),
        frame(time) + 1,
        time,
        method,
        "example.org",
        uri,
        "1.1",
        Optional.of("browser"),
        Optional.empty(),
        status,
        type.isEmpty() ? Optional.empty() : Optional.of(type),
        Optional.of("text/html"),
        Optional.empty(),
        Optional.empty(),
        body.length(),
        answer.length(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new HttpContent(fields, body, answer));
  }

  /// A call that succeeds and can be read.
  public static RpcCall call(long time, String service, String operation, String... texts) {
    return call(time, service, operation, false, 0, List.of(), texts);
  }

  public static RpcCall activation(long time, String name) {
    return call(time, "IRemoteSCMActivator", "RemoteCreateInstance", false, 0, List.of(name));
  }

  /// A Netlogon authentication with a credential of zeros.
  public static RpcCall zeroCredential(long time, long status) {
    return call(time, "NETLOGON", "NetrServerAuthenticate3", true, status, List.of());
  }

  private static RpcCall call(
      long time,
      String service,
      String operation,
      boolean zero,
      long status,
      List<String> classes,
      String... texts) {
    return new RpcCall(
        frame(time),
        time,
        "",
        "",
        service,
        1,
        operation,
        "none",
        "none",
        List.of(texts),
        classes,
        zero,
        true,
        OptionalLong.of(status),
        OptionalLong.empty());
  }

  public static SmbFile file(long time, String share, String name, long read, long written) {
    return new SmbFile(
        frame(time), time, share, name, false, "created", read, written, false, "", 0);
  }

  public static SmbSession smb(long time, String user, long status) {
    return new SmbSession(
        frame(time), time, "3.1.1", "ntlm", "CORP", user, "PC", 2, status, false, true);
  }

  public static SmbTransaction transaction(long time, String command, long status) {
    return new SmbTransaction(frame(time), time, command, 0x23, 66_512, 64, status);
  }

  /// @param request `as` or `tgs`
  public static KerberosExchange ticket(
      long time, String request, String client, String service, String offered, boolean proved) {
    return new KerberosExchange(
        frame(time),
        time,
        request,
        client,
        "CORP",
        service,
        List.of(offered),
        proved,
        offered,
        offered,
        "",
        true);
  }

  public static LdapSearch search(long time, String filter, String... found) {
    return new LdapSearch(frame(time), time, "o=x", "sub", filter, List.of(), 1, List.of(found), 0);
  }

  /// A function of Modbus that was asked for so often in a quarter of an hour.
  public static ControlFunction control(
      long time, String unit, int code, ControlAction action, String answer, long count) {
    return new ControlFunction(
        frame(time),
        time,
        "modbus",
        false,
        unit,
        code,
        "function_" + code,
        action,
        answer,
        action == ControlAction.WRITE ? List.of("register 7") : List.of(),
        count,
        frame(time) + 2 * (count - 1),
        count == 1 ? time : time + 900_000_000_000L);
  }

  public static ControlFunction control(long time, ControlAction action, String answer) {
    return control(time, "1", action.ordinal(), action, answer, 1);
  }

  public static MqttConnection mqtt(long time, String user, int returnCode) {
    return new MqttConnection(frame(time), time, "3.1.1", "c", user, true, "", returnCode);
  }

  public static SnmpRequest snmp(long time, String community, String answer) {
    return new SnmpRequest(
        frame(time),
        time,
        false,
        "2c",
        "other",
        community.hashCode(),
        "",
        "get-request",
        List.of(),
        answer,
        3,
        frame(time) + 5);
  }

  public static RdpConnection rdp(long time) {
    return new RdpConnection(
        frame(time), time, "adm", List.of("credssp"), "credssp", "", true, "", 0, 0, 0, 0);
  }

  public static Certificate certificate(String subject, String issuer, int years, int bits) {
    Instant from = Instant.ofEpochSecond(0, Scene.START).minusSeconds(86_400L * 100);
    return new Certificate(
        subject,
        issuer,
        "01",
        from,
        from.plusSeconds(86_400L * 366 * years),
        "",
        "",
        List.of("www.example.org", "*.example.net"),
        "RSA",
        bits,
        "SHA256-RSA",
        subject.equals(issuer));
  }

  public static TlsHandshake tls(long time, String serverName, Certificate certificate) {
    return tls(time, serverName, "", certificate);
  }

  public static TlsHandshake tls(
      long time, String serverName, String ja4, Certificate certificate) {
    return new TlsHandshake(
        frame(time),
        time,
        frame(time) + 2,
        true,
        false,
        "1.2",
        "1.2",
        List.of(),
        "",
        serverName.isEmpty() ? Optional.empty() : Optional.of(serverName),
        List.of(),
        Optional.empty(),
        "",
        "",
        ja4,
        List.of(certificate),
        Optional.empty());
  }
}
