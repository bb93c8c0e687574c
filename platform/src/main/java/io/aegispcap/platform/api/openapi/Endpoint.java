package io.aegispcap.platform.api.openapi;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Collection;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;

/// One method of the API at one path.
///
/// @param path with its variables in braces
/// @param consumes media types of the body; empty when any
/// @param produces media types of the answer; empty when it follows from what is returned
record Endpoint(
    HttpMethod method,
    String path,
    HandlerMethod handler,
    Collection<String> consumes,
    Collection<String> produces) {

  private static final String ROOT = "io.aegispcap.platform.";

  /// The module it belongs to.
  String tag() {
    return module(handler.getBeanType());
  }

  static String module(Class<?> type) {
    String name = type.getPackageName().substring(ROOT.length());
    return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
  }

  String id() {
    String controller = handler.getBeanType().getSimpleName().replaceFirst("(Api|Controller)$", "");
    return tag() + "." + controller + "." + handler.getMethod().getName();
  }

  Permission permission() {
    Requires declared = handler.getMethodAnnotation(Requires.class);
    return declared == null ? Permission.ADMINISTER : declared.value();
  }

  Optional<Operation> said() {
    return Optional.ofNullable(handler.getMethodAnnotation(Operation.class));
  }

  boolean gets() {
    return method.equals(HttpMethod.GET);
  }

  boolean posts() {
    return method.equals(HttpMethod.POST);
  }
}
