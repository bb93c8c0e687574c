package io.aegispcap.stix.validation;

/// What is wrong, or could be better.
///
/// @param path where, as a JSON path from the document: `$.objects[2].name`
/// @param rule the section of STIX 2.1 and what it is about: `4.7/required`
/// @param fix what to do
public record Finding(String path, String rule, String message, String fix) {
  @Override
  public String toString() {
    return path + ": " + message + " (" + rule + "); " + fix;
  }
}
