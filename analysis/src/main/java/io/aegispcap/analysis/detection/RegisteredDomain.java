package io.aegispcap.analysis.detection;

/// The part of a name that somebody registered: the public suffix and the label before it, such as
/// `example.co.uk` for `www.example.co.uk`. Suffixes under which companies let others register,
/// such as `github.io`, count as public, as they do in browsers. Source:
/// [publicsuffix.org](https://publicsuffix.org/list/), in the version that `crawler-commons`
/// carries.
///
/// One call takes about a tenth of a microsecond and allocates only its result; the first one in a
/// process also reads the list.
public final class RegisteredDomain {
  private RegisteredDomain() {}

  private static final class Loaded {
    static final PublicSuffixes SUFFIXES = PublicSuffixes.load();
  }

  /// @param name as in DNS facts: lower case, without the last dot, international labels in
  ///   Punycode, a dot within a label as `\.`
  /// @return the name itself when it is a public suffix or has one label
  public static String of(String name) {
    return name.substring(start(name));
  }

  /// Where it begins in a name; nothing is allocated.
  public static int start(String name) {
    int suffix = Loaded.SUFFIXES.start(name);
    return suffix == 0 ? 0 : PublicSuffixes.labelStart(name, suffix - 1);
  }

  /// What stands before the registered domain, without the dot between; empty when nothing does.
  public static String subdomain(String name) {
    int start = start(name);
    return start == 0 ? "" : name.substring(0, start - 1);
  }
}
