package io.aegispcap.extension.pack;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads `aegis-plugin.json`: first by its JSON Schema, then for what a schema can't say.
public final class ManifestReader {
  /// The longest manifest, in bytes.
  public static final int MAX_BYTES = 256 << 10;

  /// Where the JSON Schema stands, beside this class.
  public static final String SCHEMA = "aegis-plugin.schema.json";

  private static final int MAX_FAULTS = 50;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Schema MANIFESTS = schema();

  private ManifestReader() {}

  /// Reads a manifest.
  ///
  /// @throws InvalidPackageException with every fault, each beginning with the JSON pointer of its
  ///   place
  public static Manifest read(byte[] json) throws InvalidPackageException {
    JsonNode document = parsed(json);
    List<Error> errors = MANIFESTS.validate(document);
    if (!errors.isEmpty()) {
      throw refused(errors.stream().map(ManifestReader::fault).sorted().distinct().toList());
    }
    Manifest manifest = ManifestFields.of(document);
    List<String> faults = new ManifestMeaning(manifest, document).faults();
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    return manifest;
  }

  private static JsonNode parsed(byte[] json) throws InvalidPackageException {
    if (json.length > MAX_BYTES) {
      throw refused(List.of("it is longer than " + MAX_BYTES + " bytes"));
    }
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw refused(List.of(place(e.getLocation()) + e.getOriginalMessage()));
    }
  }

  private static String place(@Nullable TokenStreamLocation at) {
    return at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static String fault(Error error) {
    return error.getInstanceLocation() + ": " + error.getMessage();
  }

  private static InvalidPackageException refused(List<String> faults) {
    return new InvalidPackageException(
        faults.stream().limit(MAX_FAULTS).map(fault -> Manifest.FILE + " " + fault).toList());
  }

  private static Schema schema() {
    try (InputStream in =
        Objects.requireNonNull(ManifestReader.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
