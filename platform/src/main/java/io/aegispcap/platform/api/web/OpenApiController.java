package io.aegispcap.platform.api.web;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.api.openapi.OpenApi;
import io.aegispcap.platform.web.Reply;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API, for programs and for people.
@Controller
class OpenApiController {
  private final OpenApi openApi;
  private final JsonMapper json;

  OpenApiController(OpenApi openApi, JsonMapper json) {
    this.openApi = openApi;
    this.json = json;
  }

  /// JSON, also for a browser that would rather have a page.
  @GetMapping("/openapi.json")
  @Requires(Permission.VISIT)
  ResponseEntity<Map<String, Object>> document() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(openApi.document());
  }

  @GetMapping("/docs/api")
  @Requires(Permission.VISIT)
  Reply reference() {
    return ApiReferencePage.of(json.valueToTree(openApi.document()), json);
  }
}
