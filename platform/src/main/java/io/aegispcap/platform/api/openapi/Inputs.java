package io.aegispcap.platform.api.openapi;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ValueConstants;

/// What an endpoint takes: parameters and body, from the parameters of its method.
final class Inputs {
  private static final Map<Class<? extends Annotation>, String> PLACES =
      Map.of(
          PathVariable.class, "path", RequestParam.class, "query", RequestHeader.class, "header");

  private final List<Map<String, Object>> parameters = new ArrayList<>();
  private final Json parts = new Json();
  private Optional<Map<String, Object>> body = Optional.empty();

  Inputs(Endpoint endpoint, Schemas schemas) {
    for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      read(parameter, schemas);
    }
  }

  private void read(MethodParameter parameter, Schemas schemas) {
    if (parameter.hasParameterAnnotation(RequestBody.class)) {
      body = Optional.of(schemas.of(parameter.getGenericParameterType()));
      return;
    }
    if (parameter.hasParameterAnnotation(RequestPart.class)) {
      parts.with(
          String.valueOf(parameter.getParameterName()),
          Map.of("type", "string", "contentMediaType", "application/octet-stream"));
      return;
    }
    if (isPlainQuery(parameter)) {
      parameters.add(described(parameter, parameter.getParameterName(), "query", false, schemas));
      return;
    }
    PLACES.forEach(
        (type, place) -> {
          if (parameter.hasParameterAnnotation(type)) {
            parameters.add(describe(parameter, attributes(parameter, type), place, schemas));
          }
        });
  }

  /// Spring takes what has no annotation and no parts from the query too.
  private static boolean isPlainQuery(MethodParameter parameter) {
    return parameter.getParameterAnnotations().length == 0
        && BeanUtils.isSimpleProperty(parameter.nestedIfOptional().getNestedParameterType());
  }

  private static AnnotationAttributes attributes(
      MethodParameter parameter, Class<? extends Annotation> type) {
    AnnotationAttributes attributes =
        AnnotatedElementUtils.getMergedAnnotationAttributes(parameter.getParameter(), type);
    return attributes == null ? new AnnotationAttributes() : attributes;
  }

  private static Map<String, Object> describe(
      MethodParameter parameter, AnnotationAttributes said, String place, Schemas schemas) {
    String fallback = said.containsKey("defaultValue") ? said.getString("defaultValue") : "";
    boolean optional =
        parameter.isOptional()
            || !said.getBoolean("required")
            || !fallback.isEmpty() && !fallback.equals(ValueConstants.DEFAULT_NONE);
    String name = said.getString("name");
    return described(
        parameter,
        name.isEmpty() ? parameter.getParameterName() : name,
        place,
        place.equals("path") || !optional,
        schemas);
  }

  private static Map<String, Object> described(
      MethodParameter parameter,
      @Nullable String name,
      String place,
      boolean required,
      Schemas schemas) {
    Map<String, Object> schema =
        schemas.of(parameter.nestedIfOptional().getNestedGenericParameterType());
    @Nullable Parameter explained = parameter.getParameterAnnotation(Parameter.class);
    return new Json()
        .with("name", String.valueOf(name))
        .with("in", place)
        .with("required", required)
        .with("description", explained == null ? "" : explained.description())
        .with("schema", schema)
        .with("example", explained == null ? "" : explained.example())
        .map();
  }

  List<Map<String, Object>> parameters() {
    return List.copyOf(parameters);
  }

  Optional<Map<String, Object>> body() {
    return parts.map().isEmpty()
        ? body
        : Optional.of(new Json().with("type", "object").with("properties", parts).map());
  }

  boolean inParts() {
    return !parts.map().isEmpty();
  }

  boolean any() {
    return !parameters.isEmpty() || body().isPresent();
  }
}
