package io.aegispcap.extension.pack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether an author packed a secret by mistake. Whole files are searched, class files too: texts
/// stand in them as they are.
final class SecretsCheck implements PackageCheck {
  private static final int SHOWN = 8;

  /// No token begins within a run of the characters that tokens are made of: so each run is looked
  /// at once, however long it is.
  private static final String APART = "(?<![A-Za-z0-9_-])";

  /// By what they are. Each is a fixed beginning and a bounded run, so that no file takes long.
  private static final Map<String, Pattern> SECRETS = secrets();

  private static final Set<String> FILES =
      Set.of(
          ".env",
          ".netrc",
          ".npmrc",
          ".pypirc",
          "id_rsa",
          "id_ed25519",
          "id_ecdsa",
          "settings-security.xml");
  private static final Set<String> ENDINGS = Set.of("pem", "key", "p12", "pfx", "jks", "keystore");

  @Override
  public String name() {
    return "secrets";
  }

  @Override
  public CheckResult check(CheckInput input) {
    Evidence evidence = new Evidence(name());
    for (String path : input.extension().paths()) {
      String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      if (FILES.contains(file) || ENDINGS.contains(file.substring(file.lastIndexOf('.') + 1))) {
        evidence.warn(path + " has a name that files with secrets have");
      }
      String text = new String(input.extension().content(path), ISO_8859_1);
      SECRETS.forEach((what, pattern) -> find(path, text, what, pattern, evidence));
    }
    return evidence.result("no private keys and no tokens");
  }

  private static void find(
      String path, String text, String what, Pattern pattern, Evidence evidence) {
    Matcher found = pattern.matcher(text);
    if (found.find()) {
      evidence.fail(
          "%s holds %s, at byte %d: %s...; replace it where it is valid, and pack without it"
              .formatted(
                  path,
                  what,
                  found.start(),
                  found.group().substring(0, Math.min(SHOWN, found.group().length()))));
    }
  }

  private static Map<String, Pattern> secrets() {
    Map<String, Pattern> secrets = new LinkedHashMap<>();
    secrets.put(
        "a private key",
        Pattern.compile(
            "-----BEGIN (?:[A-Z]{1,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----[\\r\\n\\\\nA-Za-z0-9+/=:, -]{32}"));
    secrets.put("a token of this platform", Pattern.compile(APART + "aegis_[A-Za-z0-9_-]{20,200}"));
    secrets.put(
        "an AWS access key", Pattern.compile(APART + "(?:AKIA|ASIA)[0-9A-Z]{16}(?![A-Za-z0-9_-])"));
    secrets.put("a GitHub token", Pattern.compile(APART + "gh[pousr]_[A-Za-z0-9]{36,200}"));
    secrets.put("a GitHub token ", Pattern.compile(APART + "github_pat_[A-Za-z0-9_]{50,200}"));
    secrets.put("a GitLab token", Pattern.compile(APART + "glpat-[A-Za-z0-9_-]{20,60}"));
    secrets.put("a Slack token", Pattern.compile(APART + "xox[abeoprs]-[A-Za-z0-9-]{20,200}"));
    secrets.put(
        "a Slack webhook",
        Pattern.compile(
            "hooks\\.slack\\.com/services/T[A-Z0-9]{6,14}/B[A-Z0-9]{6,14}/[A-Za-z0-9]{20,40}"));
    secrets.put("a Google API key", Pattern.compile(APART + "AIza[0-9A-Za-z_-]{35}"));
    secrets.put("a Stripe key", Pattern.compile(APART + "[rs]k_live_[0-9A-Za-z]{20,100}"));
    secrets.put("an npm token", Pattern.compile(APART + "npm_[A-Za-z0-9]{36}"));
    secrets.put(
        "a signed token (JWT)",
        Pattern.compile(
            APART
                + "eyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{20,1000}"));
    return Map.copyOf(secrets);
  }
}
