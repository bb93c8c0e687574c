package io.aegispcap.platform.accounts.web;

/// Where somebody goes after signing in: a page of this place, whatever the address bar said.
record Next(String path) {
  private static final String HOME = "/";

  Next {
    boolean elsewhere =
        !path.startsWith("/")
            || path.startsWith("//")
            || path.chars().anyMatch(c -> c < ' ' || c == '\\');
    path = elsewhere ? HOME : path;
  }
}
