package io.aegispcap.plugin;

/// The plugin asked for what it was not granted. The message names the capability to ask for.
public final class NotGrantedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String capability;

  /// @param capability as manifests write it
  public NotGrantedException(String capability) {
    super(
        "not granted: "
            + capability
            + ". Add it to \"capabilities\" in aegis-plugin.json; whoever installs the plugin is"
            + " asked for consent.");
    this.capability = capability;
  }

  public String capability() {
    return capability;
  }
}
