package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonArray;
import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `unix-account-ext`, section 6.16.2 of STIX 2.1.
public record UnixAccountExt(JsonObject json) implements PredefinedExtension {

  public static UnixAccountExt of() {
    return new UnixAccountExt(JsonObject.EMPTY);
  }

  public Optional<Long> gid() {
    return View.whole(json, "gid");
  }

  public UnixAccountExt withGid(long gid) {
    return with("gid", JsonValue.of(gid));
  }

  public List<String> groups() {
    return View.texts(json, "groups");
  }

  public UnixAccountExt withGroups(List<String> groups) {
    return with("groups", JsonArray.ofTexts(groups));
  }

  public Optional<String> homeDir() {
    return View.text(json, "home_dir");
  }

  public UnixAccountExt withHomeDir(String homeDir) {
    return with("home_dir", JsonValue.of(homeDir));
  }

  public Optional<String> shell() {
    return View.text(json, "shell");
  }

  public UnixAccountExt withShell(String shell) {
    return with("shell", JsonValue.of(shell));
  }

  public UnixAccountExt with(String property, JsonValue value) {
    return new UnixAccountExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "unix-account-ext";
  }
}
