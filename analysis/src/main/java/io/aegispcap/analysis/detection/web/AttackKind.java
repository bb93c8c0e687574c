package io.aegispcap.analysis.detection.web;

/// What an attack wants of a web server.
enum AttackKind {
  SQL_INJECTION("SQL injection"),
  SCRIPT_INJECTION("script injection"),
  PATH_TRAVERSAL("path traversal"),
  FILE_INCLUSION("file inclusion"),
  COMMAND_INJECTION("command injection"),
  TEMPLATE_INJECTION("template or expression injection"),
  JNDI_LOOKUP("JNDI lookup"),
  CLASS_LOADER("access to the class loader"),
  SHELLSHOCK("Shellshock"),
  EXTERNAL_ENTITY("external XML entity"),
  DESERIALISATION("serialised object"),
  SCRIPT_UPLOAD("upload of a server script"),
  INTERNAL_ADDRESS("request to an internal address"),
  HEADER_INJECTION("header injection");

  private final String words;

  AttackKind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
