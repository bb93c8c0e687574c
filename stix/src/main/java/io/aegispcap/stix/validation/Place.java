package io.aegispcap.stix.validation;

import org.jspecify.annotations.Nullable;

/// Where in a document, written out only when something is to be said about it: the document, a
/// member by its name or an item by its index.
record Place(@Nullable Place around, String name, int index) {

  private static final int NO_ITEM = -1;

  static final Place ROOT = new Place(null, "$", NO_ITEM);

  Place member(String member) {
    return new Place(this, member, NO_ITEM);
  }

  Place item(int item) {
    return new Place(this, "", item);
  }

  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    write(path);
    return path.toString();
  }

  private void write(StringBuilder path) {
    if (around == null) {
      path.append(name);
      return;
    }
    around.write(path);
    if (index != NO_ITEM) {
      path.append('[').append(index).append(']');
    } else if (isPlain(name)) {
      path.append('.').append(name);
    } else {
      path.append("['").append(name.replace("'", "\\'")).append("']");
    }
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
