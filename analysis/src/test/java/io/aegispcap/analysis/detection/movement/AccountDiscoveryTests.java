package io.aegispcap.analysis.detection.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import org.junit.jupiter.api.Test;

/// See [DetectorContract] for what it also shows.
class AccountDiscoveryTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "10.0.0.9";
  private static final long START = Scene.START;

  @Override
  protected Detector detector() {
    return new AccountDiscovery();
  }

  @Override
  protected Scene hostile() {
    return new Scene()
        .said(CLIENT, SERVER, 445, Said.call(START, "SAMR", "SamrEnumerateUsersInDomain"));
  }

  @Override
  protected Scene harmless() {
    return new Scene()
        .said(CLIENT, SERVER, 445, Said.call(START, "SAMR", "SamrLookupNamesInDomain"))
        .said(CLIENT, SERVER, 445, Said.search(START, "(cn=alice)"));
  }

  @Test
  void gradesSharesAloneInformation() {
    assertThat(
            new Scene()
                .said(CLIENT, SERVER, 445, Said.call(START, "SRVSVC", "NetrShareEnum"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void seesSearchesForServiceAccounts() {
    assertThat(
            new Scene()
                .said(
                    CLIENT,
                    SERVER,
                    445,
                    Said.search(START, "(&(objectClass=user)(servicePrincipalName=*))"))
                .shownTo(detector())
                .getFirst()
                .severity())
        .isEqualTo(Severity.LOW);
  }
}
