package io.aegispcap.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// No file and no commit holds a secret.
@Tag("architecture")
class SecretTests {

  /// Split in two, so that this file is not found by itself.
  private static final Pattern SECRET =
      Pattern.compile(
          String.join(
              "|",
              "-----BEGIN (RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?" + "PRIVATE KEY",
              "\\b(AKIA|ASIA)" + "[0-9A-Z]{16}\\b",
              "\\bgh[pousr]_" + "[A-Za-z0-9]{36}",
              "\\bgithub_pat_" + "[A-Za-z0-9_]{60}",
              "\\bglpat-" + "[A-Za-z0-9_-]{20}",
              "\\bxox[abprs]-" + "[A-Za-z0-9-]{10}",
              "\\bAIza" + "[0-9A-Za-z_-]{35}",
              "\\bsk_live_" + "[0-9a-zA-Z]{24}",
              "\\baegis_" + "[A-Za-z0-9]{40}",
              "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ" + "[A-Za-z0-9_-]{10,}\\."));

  private final Repository repository = Repository.here();

  @Test
  void noFileHoldsASecret() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : repository.files()) {
      Matcher secret = SECRET.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      if (secret.find()) {
        found.add(repository.name(file) + ": " + shortened(secret));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noCommitHoldsASecret() throws IOException, InterruptedException {
    assumeThat(repository.root().resolve(".git")).as("a git checkout").exists();
    Process log =
        new ProcessBuilder(
                "git", "log", "--all", "-p", "--unified=0", "--no-color", "--no-ext-diff")
            .directory(repository.root().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> found = new ArrayList<>();
    try (BufferedReader lines = log.inputReader(StandardCharsets.ISO_8859_1)) {
      String commit = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        commit = line.startsWith("commit ") ? line : commit;
        Matcher secret = SECRET.matcher(line);
        if (secret.find()) {
          found.add(commit + ": " + shortened(secret));
        }
      }
    }
    assertThat(log.waitFor()).isZero();
    assertThat(found).isEmpty();
  }

  @Test
  void knowsASecretWhenItSeesOne() {
    assertThat("token: ghp_" + "a".repeat(36)).containsPattern(SECRET);
    assertThat("-----BEGIN OPENSSH " + "PRIVATE KEY-----").containsPattern(SECRET);
    assertThat("aegis_pcap is a name").doesNotContainPattern(SECRET);
  }

  private static String shortened(Matcher secret) {
    return secret.group().substring(0, Math.min(12, secret.group().length())) + "...";
  }
}
