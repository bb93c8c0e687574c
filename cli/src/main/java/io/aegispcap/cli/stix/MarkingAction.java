package io.aegispcap.cli.stix;

/// What is done about the markings of an object.
enum MarkingAction {
  GET("get", "Prints what an object, or a part of it, is marked with."),
  SET("set", "Marks an object or parts of it with these markings and no others."),
  ADD("add", "Marks an object or parts of it with more."),
  REMOVE("remove", "Takes markings from an object or from parts of it."),
  CLEAR("clear", "Takes all markings from an object or from parts of it."),
  IS_MARKED("is-marked", "Says whether an object or a part of it has all of these markings.");

  private final String command;
  private final String description;

  MarkingAction(String command, String description) {
    this.command = command;
    this.description = description;
  }

  String command() {
    return command;
  }

  String description() {
    return description;
  }
}
