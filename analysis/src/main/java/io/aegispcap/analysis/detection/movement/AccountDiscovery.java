package io.aegispcap.analysis.detection.movement;

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
import io.aegispcap.capture.protocol.ldap.LdapSearch;
import io.aegispcap.capture.protocol.rpc.RpcCall;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lists of accounts, groups, sessions and shares that a host asks another for.
///
/// Formula: operations of SAMR, SRVSVC and WKSSVC that list, or a search of LDAP whose filter asks
/// for administrators (`adminCount`), for accounts with service names, or for all users. Low
/// severity; shares alone are for information.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class AccountDiscovery implements Detector {
  private static final Pattern SEARCHED =
      Pattern.compile(
          "(?i)admincount=1|serviceprincipalname=\\*|samaccounttype=805306368|useraccountcontrol:1\\.2\\.840\\.113556\\.1\\.4\\.803:=4194304|=domain admins|=enterprise admins");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "account-discovery",
          "Accounts of a domain listed",
          "1.0.0",
          "calls that list accounts, groups, sessions or shares (SAMR, SRVSVC, WKSSVC), or"
              + " a directory search for administrators or service accounts: low; shares alone are"
              + " information",
          "MS-SAMR, MS-SRVS, MS-WKST; ATT&CK T1087.002, T1069.002, T1049; queries as"
              + " BloodHound and PowerView make them",
          new Technique("T1087.002", "Account Discovery: Domain Account", "Discovery"),
          "administrators; monitoring and inventory; some clients list shares by themselves",
          "see which user asked, and what the client did next");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, AccountDiscovery::finding);

  enum Sign {
    ACCOUNTS("accounts"),
    GROUPS("groups"),
    SESSIONS("the users that are logged in"),
    DIRECTORY("administrators or service accounts in the directory"),
    SHARES("shares");

    private final String words;

    Sign(String words) {
      this.words = words;
    }
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(RpcCall.class, LdapSearch.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof RpcCall call) {
      sign(call).ifPresent(sign -> pairs.at(key, fact).kinds().putIfAbsent(sign, call.operation()));
    } else if (fact instanceof LdapSearch search && SEARCHED.matcher(search.filter()).find()) {
      pairs.at(key, fact).kinds().putIfAbsent(Sign.DIRECTORY, search.filter());
    }
  }

  private static Optional<Sign> sign(RpcCall call) {
    return Optional.ofNullable(
        switch (call.operation()) {
          case "SamrEnumerateUsersInDomain",
              "SamrQueryDisplayInformation",
              "SamrQueryDisplayInformation2",
              "SamrQueryDisplayInformation3" ->
              Sign.ACCOUNTS;
          case "SamrEnumerateGroupsInDomain",
              "SamrEnumerateAliasesInDomain",
              "SamrGetMembersInGroup",
              "SamrQueryInformationGroup",
              "SamrGetMembersInAlias" ->
              Sign.GROUPS;
          case "NetrSessionEnum", "NetrWkstaUserEnum" -> Sign.SESSIONS;
          case "NetrShareEnum" -> Sign.SHARES;
          default -> null;
        });
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    String what =
        pair.kinds().keySet().stream().map(sign -> sign.words).collect(Collectors.joining(", "));
    boolean onlyShares = pair.kinds().keySet().equals(EnumSet.of(Sign.SHARES));
    return Optional.of(
        pair.finding(
            INFO,
            "%s asked %s for %s".formatted(pair.client(), pair.server(), what),
            onlyShares ? Severity.INFO : Severity.LOW,
            onlyShares ? 0.3 : 0.5,
            "the operations stand in the calls; many programs make them",
            new Measure("calls", pair.count(), 1, "calls")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
