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
import io.aegispcap.capture.protocol.kerberos.KerberosExchange;
import io.aegispcap.capture.protocol.rpc.RpcCall;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A host that has a domain's secrets replicated to it as if it were a domain controller (DCSync).
///
/// Formula: IDL_DRSGetNCChanges (MS-DRSR 4.1.10) from a host that is no domain controller as far as
/// the capture shows: one serves Kerberos, replication or Netlogon, or takes part in replication
/// otherwise (IDL_DRSReplicaSync, IDL_DRSUpdateRefs).
///
/// Memory: [Sightings#MOST] pairs and the evidence, [#CONTROLLERS] addresses.
public final class DirectoryReplication implements Detector {
  static final int CONTROLLERS = 4_096;

  private static final String DRSUAPI = "DRSUAPI";

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "directory-replication",
          "Domain replicated to a stranger",
          "1.0.0",
          "the replication call IDL_DRSGetNCChanges from a host that is not seen to be a domain"
              + " controller: it neither serves Kerberos, Netlogon or replication nor announces"
              + " changes: high",
          "MS-DRSR 4.1.10; ATT&CK T1003.006",
          new Technique("T1003.006", "OS Credential Dumping: DCSync", "Credential Access"),
          "a domain controller of which the capture shows nothing else; directory synchronisation"
              + " such as Entra Connect",
          "see whether the client is a domain controller; if not, treat all passwords of the domain"
              + " as known");

  private final Set<String> controllers = new HashSet<>();
  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, this::finding);

  enum Sign {
    REPLICATED
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(KerberosExchange.class, RpcCall.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof KerberosExchange exchange && exchange.answered()) {
      controller(key.destination().toString());
    } else if (fact instanceof RpcCall call) {
      call(key, call);
    }
  }

  private void call(FlowKey key, RpcCall call) {
    if (call.interfaceName().equals(DRSUAPI) || call.interfaceName().equals("NETLOGON")) {
      controller(key.destination().toString());
    }
    if (call.is(DRSUAPI, "IDL_DRSGetNCChanges")) {
      pairs.at(key, call).kinds().putIfAbsent(Sign.REPLICATED, call.operation());
    } else if (call.is(DRSUAPI, "IDL_DRSReplicaSync") || call.is(DRSUAPI, "IDL_DRSUpdateRefs")) {
      controller(key.source().toString());
    }
  }

  private void controller(String address) {
    if (controllers.size() < CONTROLLERS) {
      controllers.add(address);
    }
  }

  private Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    if (controllers.contains(pair.client())) {
      return Optional.empty();
    }
    return Optional.of(
        pair.finding(
            INFO,
            "%s, which is not seen to be a domain controller, had %s replicate secrets to it"
                .formatted(pair.client(), pair.server()),
            Severity.HIGH,
            0.85,
            "only domain controllers replicate; whether this is one shows in the capture or not",
            new Measure("calls", pair.count(), 1, "calls")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
