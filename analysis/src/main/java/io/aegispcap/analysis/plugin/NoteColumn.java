package io.aegispcap.analysis.plugin;

/// What a plugin may say of flows: a column of the flows that are kept.
///
/// @param plugin id, `namespace/name`
/// @param name as the plugin's manifest declares it
/// @param number whether it is a feature, or else a text
public record NoteColumn(String plugin, String name, boolean number) {
  /// What the column is called: no other plugin has one of that name.
  public String title() {
    return plugin + "/" + name;
  }
}
