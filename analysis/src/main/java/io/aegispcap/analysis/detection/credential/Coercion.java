package io.aegispcap.analysis.detection.credential;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.rpc.RpcCall;
import io.aegispcap.capture.protocol.smb.NtStatus;
import io.aegispcap.capture.protocol.smb.SmbSession;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Servers that are made to log in at a host of the attacker's choice, who relays or cracks the
/// login.
///
/// Formula: an operation of which it is known that the server opens a path for its caller, with a
/// path (UNC) to a host that is not the server; or the login that follows: a machine account by
/// NTLM at a host that answers nothing but access denied.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class Coercion implements Detector {
  /// Source: MS-EFSR 3.1.4.2, MS-RPRN 3.1.4.10.3, MS-DFSNM 3.1.4.4, MS-FSRVP 3.1.4, MS-EVEN 3.1.4.
  private static final Set<String> COERCING =
      Set.of(
          "EfsRpcOpenFileRaw",
          "EfsRpcEncryptFileSrv",
          "EfsRpcDecryptFileSrv",
          "EfsRpcQueryUsersOnFile",
          "EfsRpcQueryRecoveryAgents",
          "EfsRpcRemoveUsersFromFile",
          "EfsRpcAddUsersToFile",
          "EfsRpcFileKeyInfo",
          "EfsRpcDuplicateEncryptionInfoFile",
          "EfsRpcAddUsersToFileEx",
          "RpcRemoteFindFirstPrinterChangeNotification",
          "RpcRemoteFindFirstPrinterChangeNotificationEx",
          "NetrDfsAddStdRoot",
          "NetrDfsRemoveStdRoot",
          "IsPathSupported",
          "IsPathShadowCopied",
          "ElfrOpenBELW");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "authentication-coercion",
          "Host made to authenticate",
          "1.0.0",
          "a call that makes a server log in elsewhere (EFSRPC, WINSPOOL, NETDFS, FSRVP,"
              + " EVENTLOG) with a path to another host: high; such a call of EFSRPC whose path"
              + " cannot be read: medium; a machine account that logs in by NTLM at a host which"
              + " denies it access: medium",
          "CVE-2021-36942 (PetitPotam), MS-EFSR, MS-RPRN, MS-DFSNM, MS-FSRVP, MS-EVEN;"
              + " Coercer",
          new Technique("T1187", "Forced Authentication", "Credential Access"),
          "backup software that uses EFSRPC; print servers that notify each other",
          "see whether the server logged in at the named host, and what was done with its"
              + " login there");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, Coercion::finding);

  enum Sign {
    ELSEWHERE,
    UNREADABLE,
    MACHINE_LOGIN
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(RpcCall.class, SmbSession.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof RpcCall call && COERCING.contains(call.operation())) {
      call(key, call);
    } else if (fact instanceof SmbSession session && isDeniedMachine(session)) {
      pairs.at(key, fact).kinds().putIfAbsent(Sign.MACHINE_LOGIN, session.user());
    }
  }

  private void call(FlowKey key, RpcCall call) {
    Optional<String> elsewhere =
        call.texts().stream()
            .filter(text -> text.startsWith("\\\\"))
            .filter(text -> !host(text).equals(key.destination().toString()))
            .filter(text -> text.indexOf('\\', 2) > 0)
            .findFirst();
    if (elsewhere.isPresent()) {
      pairs.at(key, call).kinds().putIfAbsent(Sign.ELSEWHERE, elsewhere.get());
    } else if (call.operation().startsWith("EfsRpc") && call.protection().equals("privacy")) {
      pairs.at(key, call).kinds().putIfAbsent(Sign.UNREADABLE, call.operation());
    }
  }

  private static String host(String path) {
    int end = path.indexOf('\\', 2);
    return path.substring(2, end < 0 ? path.length() : end);
  }

  private static boolean isDeniedMachine(SmbSession session) {
    return session.mechanism().equals("ntlm")
        && session.user().endsWith("$")
        && session.status() == NtStatus.ACCESS_DENIED;
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    String path = pair.kinds().getOrDefault(Sign.ELSEWHERE, "");
    boolean called = !path.isEmpty() || pair.saw(Sign.UNREADABLE);
    String sentence =
        called
            ? "%s told %s to log in %s"
                .formatted(
                    pair.client(),
                    pair.server(),
                    path.isEmpty() ? "at a place that is encrypted" : "at " + path)
            : "%s, by its machine account %s, logged in at %s, which only denied it access: as a host that collects logins does"
                .formatted(pair.client(), pair.kinds().get(Sign.MACHINE_LOGIN), pair.server());
    return Optional.of(
        pair.finding(
            INFO,
            sentence,
            path.isEmpty() ? Severity.MEDIUM : Severity.HIGH,
            path.isEmpty() ? 0.6 : 0.9,
            called ? "the call is made for little else" : "machines log in by Kerberos as a rule",
            new Measure("calls or logins", pair.count(), 1, "")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
