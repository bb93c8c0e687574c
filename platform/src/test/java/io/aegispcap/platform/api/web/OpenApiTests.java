package io.aegispcap.platform.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.running.Browser;
import io.aegispcap.platform.running.Guests;
import io.aegispcap.platform.running.RunningPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API holds for every endpoint of every module.
@RunningPlatform
class OpenApiTests {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Browser browser;
  private final Guests guests;
  private final JsonMapper json;
  private final RequestMappingHandlerMapping mappings;
  private final JsonNode document;

  OpenApiTests(
      Browser browser,
      Guests guests,
      JsonMapper json,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.browser = browser;
    this.guests = guests;
    this.json = json;
    this.mappings = mappings;
    this.document = json.readTree(browser.get("/openapi.json").body());
  }

  /// Against the OpenAPI Initiative's schema of 2026-08-03 (Apache-2.0).
  @Test
  void isWhatOpenApi31Allows() throws IOException {
    try (InputStream schema =
        OpenApiTests.class.getResourceAsStream("/openapi/openapi-3.1.schema.json")) {
      String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
      List<Error> errors =
          SCHEMAS.getSchema(text, InputFormat.JSON).validate(document.toString(), InputFormat.JSON);
      assertThat(errors).isEmpty();
    }
  }

  @Test
  void describesEveryEndpointWithWhoMayCallItAndWhatCanGoWrong() {
    List<String> wrong = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, handler) ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/v1/"))
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(
                                    method -> {
                                      JsonNode operation =
                                          document
                                              .path("paths")
                                              .path(path)
                                              .path(method.name().toLowerCase(Locale.ROOT));
                                      Requires requires =
                                          handler.getMethodAnnotation(Requires.class);
                                      missing(operation, requires)
                                          .forEach(
                                              what -> wrong.add(method + " " + path + ": " + what));
                                    })));
    assertThat(wrong).as("see docs/developer-guide/platform.md, step 5").isEmpty();
  }

  private static List<String> missing(JsonNode operation, Requires requires) {
    List<String> missing = new ArrayList<>();
    if (operation.isMissingNode()) {
      return List.of("not described");
    }
    if (operation.path("summary").asString("").isBlank()) {
      missing.add("no @Operation(summary = ...)");
    }
    String permission = requires.value().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (!operation.path("x-permission").asString("").equals(permission)) {
      missing.add("the wrong permission");
    }
    if (operation.path("security").isEmpty()) {
      missing.add("no scopes");
    }
    JsonNode responses = operation.path("responses");
    if (responses.propertyStream().noneMatch(response -> response.getKey().startsWith("2"))) {
      missing.add("no success");
    }
    if (!responses.has("429") || !requires.value().open() && !responses.has("401")) {
      missing.add("no problems");
    }
    return missing;
  }

  @Test
  void leadsEachReferenceSomewhere() {
    List<JsonNode> references = document.findValues("$ref");
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(
                        document
                            .at(JsonPointer.compile(reference.asString().substring(1)))
                            .isMissingNode())
                    .as(reference.asString())
                    .isFalse());
  }

  @Test
  void givesEachOperationAnIdOfItsOwn() {
    assertThat(document.findValuesAsString("operationId")).doesNotHaveDuplicates();
  }

  @Test
  void describesWhatIsAnswered() {
    Browser theirs = guests.join().browser();
    String me = theirs.send(theirs.request("/api/v1/me").build()).body();
    assertThat(validate(answerOf("/api/v1/me", "get", "200"), me)).isEmpty();
    assertThat(validate(answerOf("/api/v1/me", "get", "200"), "{\"handle\":1}")).isNotEmpty();
  }

  @Test
  void givesExamplesThatAreWhatTheSchemasSay() {
    List<String> wrong = new ArrayList<>();
    document
        .findParents("example")
        .forEach(
            media -> {
              if (media.has("schema")) {
                validate(media.get("schema"), media.get("example").toString())
                    .forEach(error -> wrong.add(error + " in " + media.get("example")));
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void tellsKindsOfPartsApart() {
    JsonNode echo = document.at("/components/schemas/Echo");
    assertThat(echo.at("/properties/spoken_text/type").asString()).isEqualTo("string");
    assertThat(echo.at("/properties/id/format").asString()).isEqualTo("uuid");
    assertThat(echo.at("/properties/heard_at/type").toString()).isEqualTo("[\"string\",\"null\"]");
    assertThat(echo.at("/required").toString()).isEqualTo("[\"id\",\"spoken_text\"]");
    JsonNode operations = document.at("/paths/~1api~1v1~1test~1echoes");
    assertThat(operations.at("/post/responses/201/description").asString())
        .isEqualTo("It is made.");
    assertThat(operations.at("/post/security/0/token").toString()).isEqualTo("[\"write\"]");
    assertThat(operations.at("/get/parameters/0/required").asBoolean()).isFalse();
  }

  @Test
  void showsItAllOnAPageThatLoadsNothingFromElsewhere() {
    String page = browser.get("/docs/api").body();
    assertThat(page)
        .contains("/api/v1/me")
        .contains("Who you are")
        .contains("tokens with the scope")
        .doesNotContain("src=\"http")
        .doesNotContain("style=");
  }

  private JsonNode answerOf(String path, String method, String status) {
    return document
        .path("paths")
        .path(path)
        .path(method)
        .path("responses")
        .path(status)
        .path("content")
        .path("application/json")
        .path("schema");
  }

  /// A schema of the document, with the components it refers to.
  private List<Error> validate(JsonNode schema, String value) {
    String whole =
        json.writeValueAsString(
            Map.of("allOf", List.of(schema), "components", document.get("components")));
    Schema compiled = SCHEMAS.getSchema(whole, InputFormat.JSON);
    return compiled.validate(value, InputFormat.JSON);
  }
}
