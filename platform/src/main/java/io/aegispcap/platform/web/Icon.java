package io.aegispcap.platform.web;

/// Drawings for buttons and the navigation, from Tabler Icons (MIT): what a pen of width 2 draws on
/// 24 by 24.
public enum Icon {
  HOME(
      "M5 12H3l9-9 9 9h-2M5 12v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-7M9 21v-6a2 2 0 0 1 2-2h2a2 2 0 0 1 2"
          + " 2v6"),
  BELL(
      "M10 5a2 2 0 1 1 4 0 7 7 0 0 1 4 6v3a4 4 0 0 0 2 3H4a4 4 0 0 0 2-3v-3a7 7 0 0 1 4-6M9 17v1a3 3 0 0"
          + " 0 6 0v-1"),
  PEOPLE(
      "M5 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0M3 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2M16 3.1a4 4 0 0 1 0"
          + " 7.8M21 21v-2a4 4 0 0 0-3-3.9"),
  PERSON("M8 7a4 4 0 1 0 8 0a4 4 0 0 0-8 0M6 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2"),
  SHIELD("M12 3a12 12 0 0 0 8.5 3a12 12 0 0 1-8.5 15a12 12 0 0 1-8.5-15a12 12 0 0 0 8.5-3"),
  KEY("M12 15a4 4 0 1 1-8 0a4 4 0 0 1 8 0M10.9 12.1L19 4M18 5l2 2M15 8l2 2"),
  LIST("M3.5 5.5L5 7l2.5-2.5M3.5 11.5L5 13l2.5-2.5M3.5 17.5L5 19l2.5-2.5M11 6h9M11 12h9M11 18h9"),
  WAVE("M3 12h5v8h4V4h4v8h5"),
  ALERT(
      "M12 9v4M10.4 3.6L2.3 17.1A1.9 1.9 0 0 0 3.9 20h16.2a1.9 1.9 0 0 0 1.6-2.9L13.6 3.6a1.9 1.9 0 0"
          + " 0-3.2 0zM12 16h.01"),
  CLOCK("M3 12a9 9 0 1 0 18 0a9 9 0 0 0-18 0M12 7v5l3 3"),
  PUZZLE(
      "M4 7h3a1 1 0 0 0 1-1V5a2 2 0 0 1 4 0v1a1 1 0 0 0 1 1h3a1 1 0 0 1 1 1v3a1 1 0 0 0 1 1h1a2 2 0 0 1"
          + " 0 4h-1a1 1 0 0 0-1 1v3a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1v-1a2 2 0 0 0-4 0v1a1 1 0 0 1-1"
          + " 1H4a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1h1a2 2 0 0 0 0-4H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1"),
  MESSAGE(
      "M8 9h8M8 13h6M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-5l-5 3v-3H6a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3h12z"),
  BOOK("M3 19a9 9 0 0 1 9 0a9 9 0 0 1 9 0M3 6a9 9 0 0 1 9 0a9 9 0 0 1 9 0M3 6v13M12 6v13M21 6v13"),
  CHART("M4 19V9h4v10M10 19V4h4v15M16 19v-7h4v7M3 19h18"),
  CHIP(
      "M5 6a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1zM9 9h6v6H9zM3 10h2M3"
          + " 14h2M10 3v2M14 3v2M21 10h-2M21 14h-2M14 21v-2M10 21v-2"),
  NETWORK(
      "M6 9a6 6 0 1 0 12 0a6 6 0 0 0-12 0M12 3c1.300 .300 2 2.300 2 6s-.700 5.700-2 6M12 3c-1.300 .300-2"
          + " 2.300-2 6s.700 5.700 2 6M6 9h12M3 20h7M14 20h7M10 20a2 2 0 1 0 4 0a2 2 0 0 0-4 0M12 15v3"),
  MENU("M4 6h16M4 12h16M4 18h16"),
  THEME("M3 12a9 9 0 1 0 18 0a9 9 0 0 0-18 0M12 3v18M12 14l7-7M12 19l8.500-8.500M12 9l4.500-4.500"),
  LEAVE(
      "M14 8V6a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2v-2M9 12h12M18 9l3 3-3 3"),
  UPLOAD("M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2M7 9l5-5 5 5M12 4v12"),
  DOWNLOAD("M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2M7 11l5 5 5-5M12 4v12"),
  PENCIL("M4 20h4L18.500 9.500a2.800 2.800 0 1 0-4-4L4 16v4M13.500 6.500l4 4"),
  TRASH(
      "M4 7h16M10 11v6M14 11v6M5 7l1 12a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2l1-12M9 7V4a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v3"),
  SEARCH("M3 10a7 7 0 1 0 14 0a7 7 0 0 0-14 0M21 21l-6-6");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /// As SVG's `d` attribute.
  public String path() {
    return path;
  }
}
