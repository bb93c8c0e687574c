package io.aegispcap.platform.web;

import io.aegispcap.platform.access.Permission;

/// An entry of the navigation. A module that has pages offers one as a bean.
///
/// @param group under which heading
/// @param order its place there, the lowest first
/// @param path where it leads; pages below it belong to it
/// @param label one word or two
/// @param icon its drawing
/// @param permission who sees it
public record Section(
    Group group, int order, String path, String label, Icon icon, Permission permission) {

  /// The headings, in the order people see them.
  public enum Group {
    INVESTIGATE("Investigate"),
    SHARE("Share"),
    MEET("Meet"),
    RUN("Run");

    private final String label;

    Group(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /// Whether the page at this path belongs here.
  public boolean holds(String at) {
    return at.equals(path) || at.startsWith(path + "/");
  }
}
