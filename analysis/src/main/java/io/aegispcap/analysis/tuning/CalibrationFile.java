package io.aegispcap.analysis.tuning;

import io.aegispcap.capture.packet.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A calibration as a JSON file, which people may read and change.
public final class CalibrationFile {
  private static final String FORMAT = "aegispcap-calibration";
  private static final double VERSION = 1;
  private static final long MAX_BYTES = 64L << 20;

  private CalibrationFile() {}

  /// Writes the document; the stream stays open.
  public static void write(Calibration calibration, OutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeNumberProperty("version", (int) VERSION);
      json.writeStringProperty("software", calibration.software());
      captures(json, calibration.captures());
      thresholds(json, calibration.thresholds());
      prevalence(json, calibration.prevalence());
      json.writeEndObject();
    }
    bytes.write('\n');
    bytes.writeTo(out);
    out.flush();
  }

  private static void captures(JsonGenerator json, List<Calibration.Source> captures) {
    json.writeArrayPropertyStart("captures");
    for (Calibration.Source capture : captures) {
      json.writeStartObject();
      json.writeStringProperty("name", capture.name());
      capture.sha256().ifPresent(digest -> json.writeStringProperty("sha256", digest));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void thresholds(JsonGenerator json, List<Threshold> thresholds) {
    json.writeArrayPropertyStart("thresholds");
    for (Threshold threshold : thresholds) {
      json.writeStartObject();
      json.writeStringProperty("detector", threshold.detector());
      json.writeStringProperty("version", threshold.version());
      json.writeStringProperty("measure", threshold.measure());
      json.writeStringProperty("unit", threshold.unit());
      json.writeNumberProperty("built_in", threshold.builtIn());
      json.writeNumberProperty("network", threshold.network());
      json.writeNumberProperty("alerts", threshold.alerts());
      json.writeNumberProperty("greatest", threshold.greatest());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void prevalence(JsonGenerator json, Prevalence prevalence) {
    json.writeNumberProperty("inside_hosts", prevalence.hosts());
    json.writeArrayPropertyStart("common");
    prevalence
        .sorted()
        .forEach(
            (address, hosts) -> {
              json.writeStartObject();
              json.writeStringProperty("address", address);
              json.writeNumberProperty("hosts", hosts);
              json.writeEndObject();
            });
    json.writeEndArray();
  }

  /// @throws IOException when it can't be read or is something else; names the file
  public static Calibration read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + ": is too large for a calibration");
    }
    try {
      return parse(Files.readString(file));
    } catch (CharacterCodingException noText) {
      throw new IOException(file + ": is no text in UTF-8", noText);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  /// @param text what such a file holds
  /// @throws IllegalArgumentException when it is something else
  public static Calibration parse(String text) {
    Fields fields = Fields.parse(text);
    if (!fields.needed("format").equals(FORMAT) || fields.number("version") != VERSION) {
      throw new IllegalArgumentException("is no calibration of version 1");
    }
    fields.knowing(
        "format", "version", "software", "captures", "thresholds", "inside_hosts", "common");
    List<Calibration.Source> captures = new ArrayList<>();
    for (Fields capture : fields.objects("captures")) {
      captures.add(new Calibration.Source(capture.needed("name"), capture.text("sha256")));
    }
    List<Threshold> thresholds = new ArrayList<>();
    for (Fields threshold : fields.objects("thresholds")) {
      thresholds.add(threshold(threshold));
    }
    Map<IpAddress, Integer> common = new LinkedHashMap<>();
    for (Fields host : fields.objects("common")) {
      common.put(IpAddress.parse(host.needed("address")), (int) host.number("hosts"));
    }
    return new Calibration(
        fields.needed("software"),
        captures,
        thresholds,
        new Prevalence((int) fields.number("inside_hosts"), common));
  }

  private static Threshold threshold(Fields fields) {
    return new Threshold(
        fields.needed("detector"),
        fields.needed("version"),
        fields.needed("measure"),
        fields.values().get("unit") instanceof String unit ? unit : "",
        fields.number("built_in"),
        fields.number("network"),
        (long) fields.number("alerts"),
        fields.number("greatest"));
  }
}
