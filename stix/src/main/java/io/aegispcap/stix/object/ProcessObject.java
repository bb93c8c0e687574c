package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `process`, section 6.13 of STIX 2.1.
public record ProcessObject(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static ProcessObject of() {
    return new ProcessObject(Encoded.identified(Encoded.observable("process")));
  }

  public Optional<Boolean> isHidden() {
    return View.truth(json, "is_hidden");
  }

  public ProcessObject withIsHidden(boolean isHidden) {
    return with("is_hidden", JsonValue.of(isHidden));
  }

  public Optional<Long> pid() {
    return View.whole(json, "pid");
  }

  public ProcessObject withPid(long pid) {
    return with("pid", JsonValue.of(pid));
  }

  public Optional<StixTimestamp> createdTime() {
    return View.timestamp(json, "created_time");
  }

  public ProcessObject withCreatedTime(StixTimestamp createdTime) {
    return with("created_time", JsonValue.of(createdTime.toString()));
  }

  public Optional<String> cwd() {
    return View.text(json, "cwd");
  }

  public ProcessObject withCwd(String cwd) {
    return with("cwd", JsonValue.of(cwd));
  }

  public Optional<String> commandLine() {
    return View.text(json, "command_line");
  }

  public ProcessObject withCommandLine(String commandLine) {
    return with("command_line", JsonValue.of(commandLine));
  }

  public Optional<JsonObject> environmentVariables() {
    return View.object(json, "environment_variables");
  }

  public ProcessObject withEnvironmentVariables(JsonObject environmentVariables) {
    return with("environment_variables", environmentVariables);
  }

  public List<StixId> openedConnectionRefs() {
    return View.ids(json, "opened_connection_refs");
  }

  public ProcessObject withOpenedConnectionRefs(List<StixId> openedConnectionRefs) {
    return with("opened_connection_refs", Encoded.ids(openedConnectionRefs));
  }

  public Optional<StixId> creatorUserRef() {
    return View.id(json, "creator_user_ref");
  }

  public ProcessObject withCreatorUserRef(StixId creatorUserRef) {
    return with("creator_user_ref", JsonValue.of(creatorUserRef.toString()));
  }

  public Optional<StixId> imageRef() {
    return View.id(json, "image_ref");
  }

  public ProcessObject withImageRef(StixId imageRef) {
    return with("image_ref", JsonValue.of(imageRef.toString()));
  }

  public Optional<StixId> parentRef() {
    return View.id(json, "parent_ref");
  }

  public ProcessObject withParentRef(StixId parentRef) {
    return with("parent_ref", JsonValue.of(parentRef.toString()));
  }

  public List<StixId> childRefs() {
    return View.ids(json, "child_refs");
  }

  public ProcessObject withChildRefs(List<StixId> childRefs) {
    return with("child_refs", Encoded.ids(childRefs));
  }

  public Optional<WindowsProcessExt> windowsProcessExt() {
    return View.extension(json, "windows-process-ext", WindowsProcessExt::new);
  }

  public ProcessObject withWindowsProcessExt(WindowsProcessExt windowsProcessExt) {
    return with("extensions", Encoded.extension(json, "windows-process-ext", windowsProcessExt));
  }

  public Optional<WindowsServiceExt> windowsServiceExt() {
    return View.extension(json, "windows-service-ext", WindowsServiceExt::new);
  }

  public ProcessObject withWindowsServiceExt(WindowsServiceExt windowsServiceExt) {
    return with("extensions", Encoded.extension(json, "windows-service-ext", windowsServiceExt));
  }

  @Override
  public ProcessObject with(String property, JsonValue value) {
    return new ProcessObject(Encoded.identified(json.with(property, value)));
  }
}
