package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `directory`, section 6.3 of STIX 2.1.
public record Directory(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static Directory of(String path) {
    return new Directory(
        Encoded.identified(Encoded.observable("directory").with("path", JsonValue.of(path))));
  }

  public String path() {
    return View.needed(json, "path", View.text(json, "path"));
  }

  public Directory withPath(String path) {
    return with("path", JsonValue.of(path));
  }

  public Optional<String> pathEnc() {
    return View.text(json, "path_enc");
  }

  public Directory withPathEnc(String pathEnc) {
    return with("path_enc", JsonValue.of(pathEnc));
  }

  public Optional<StixTimestamp> ctime() {
    return View.timestamp(json, "ctime");
  }

  public Directory withCtime(StixTimestamp ctime) {
    return with("ctime", JsonValue.of(ctime.toString()));
  }

  public Optional<StixTimestamp> mtime() {
    return View.timestamp(json, "mtime");
  }

  public Directory withMtime(StixTimestamp mtime) {
    return with("mtime", JsonValue.of(mtime.toString()));
  }

  public Optional<StixTimestamp> atime() {
    return View.timestamp(json, "atime");
  }

  public Directory withAtime(StixTimestamp atime) {
    return with("atime", JsonValue.of(atime.toString()));
  }

  public List<StixId> containsRefs() {
    return View.ids(json, "contains_refs");
  }

  public Directory withContainsRefs(List<StixId> containsRefs) {
    return with("contains_refs", Encoded.ids(containsRefs));
  }

  @Override
  public Directory with(String property, JsonValue value) {
    return new Directory(Encoded.identified(json.with(property, value)));
  }
}
