package io.aegispcap.extension.resolve;

/// Something that a set of versions has to agree with.
public sealed interface Fact {
  /// As a clause of a sentence.
  String clause();

  /// Somebody wants a package.
  record Wanted(String id, String range) implements Fact {
    @Override
    public String clause() {
      return "you want " + id + " " + range;
    }
  }

  /// A version of a package needs another package.
  record Needs(String id, String version, String dependency, String range) implements Fact {
    @Override
    public String clause() {
      return "%s %s needs %s %s".formatted(id, version, dependency, range);
    }
  }

  /// A version of a package needs another plugin API than the host has.
  record NeedsHost(String id, String version, String range, String hostVersion) implements Fact {
    @Override
    public String clause() {
      return "%s %s needs plugin API %s, and this host has %s"
          .formatted(id, version, range, hostVersion);
    }
  }
}
