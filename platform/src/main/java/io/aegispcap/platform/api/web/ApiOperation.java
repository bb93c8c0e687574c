package io.aegispcap.platform.api.web;

import java.util.List;
import java.util.Optional;

/// One endpoint, as people read it.
///
/// @param id its anchor on the page
/// @param access who may call it
/// @param body an example of what to send
/// @param bodyType its media type
/// @param answers what comes back, successes first
public record ApiOperation(
    String id,
    String tag,
    String method,
    String path,
    String summary,
    String description,
    String access,
    List<Parameter> parameters,
    Optional<String> body,
    String bodyType,
    List<Answer> answers) {
  public ApiOperation {
    parameters = List.copyOf(parameters);
    answers = List.copyOf(answers);
  }

  /// What goes into the path, the query or the headers.
  public record Parameter(
      String name, String place, boolean required, String type, String description) {}

  /// What comes back.
  ///
  /// @param example empty when there is none
  public record Answer(String status, String description, String type, String example) {

    public boolean isSuccess() {
      return status.startsWith("2");
    }

    public boolean isProblem() {
      return status.startsWith("4") || status.startsWith("5");
    }
  }

  public List<Answer> problems() {
    return answers.stream().filter(Answer::isProblem).toList();
  }

  public List<Answer> successes() {
    return answers.stream().filter(answer -> !answer.isProblem()).toList();
  }

  /// What to type into a shell.
  public String curl() {
    StringBuilder command = new StringBuilder("curl -H \"Authorization: Bearer $TOKEN\"");
    if (!method.equals("GET")) {
      command.append(" -X ").append(method);
    }
    body.ifPresent(
        example ->
            command
                .append(" -H 'Content-Type: ")
                .append(bodyType)
                .append("' -d '")
                .append(example.replace("'", "'\\''"))
                .append('\''));
    return command.append(" \"$SERVER").append(path).append('"').toString();
  }

  /// The colour of its method.
  public String colour() {
    return switch (method) {
      case "GET", "HEAD" -> "blue";
      case "POST" -> "green";
      case "DELETE" -> "red";
      default -> "orange";
    };
  }
}
