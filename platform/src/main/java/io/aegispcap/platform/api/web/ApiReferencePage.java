package io.aegispcap.platform.api.web;

import io.aegispcap.platform.web.Page;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API, to read and to try.
///
/// @param groups of what belongs together, by name
public record ApiReferencePage(List<Group> groups) implements Page {
  public ApiReferencePage {
    groups = List.copyOf(groups);
  }

  /// The endpoints of one module.
  public record Group(String name, List<ApiOperation> operations) {
    public Group {
      operations = List.copyOf(operations);
    }
  }

  /// @param document OpenAPI
  static ApiReferencePage of(JsonNode document, JsonMapper json) {
    List<ApiOperation> all =
        document
            .get("paths")
            .propertyStream()
            .flatMap(
                path ->
                    path.getValue()
                        .propertyStream()
                        .map(
                            method ->
                                new ApiOperationReader(document, json)
                                    .read(path.getKey(), method.getKey(), method.getValue())))
            .toList();
    return new ApiReferencePage(
        all.stream()
            .map(ApiOperation::tag)
            .distinct()
            .sorted()
            .map(tag -> new Group(tag, all.stream().filter(one -> one.tag().equals(tag)).toList()))
            .toList());
  }

  @Override
  public String title() {
    return "API";
  }

  @Override
  public String template() {
    return "api/reference";
  }
}
