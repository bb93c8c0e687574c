package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `ntfs-ext`, section 6.7.3 of STIX 2.1.
public record NtfsExt(JsonObject json) implements PredefinedExtension {

  public static NtfsExt of() {
    return new NtfsExt(JsonObject.EMPTY);
  }

  public Optional<String> sid() {
    return View.text(json, "sid");
  }

  public NtfsExt withSid(String sid) {
    return with("sid", JsonValue.of(sid));
  }

  public List<AlternateDataStream> alternateDataStreams() {
    return View.structures(json, "alternate_data_streams", AlternateDataStream::new);
  }

  public NtfsExt withAlternateDataStreams(List<AlternateDataStream> alternateDataStreams) {
    return with("alternate_data_streams", Encoded.structures(alternateDataStreams));
  }

  public NtfsExt with(String property, JsonValue value) {
    return new NtfsExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "ntfs-ext";
  }
}
