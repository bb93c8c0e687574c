package io.aegispcap.platform.api.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What the API consists of, as Spring MVC knows it.
@Component
class Endpoints {
  private static final List<String> PREFIXES = List.of("/api/", "/taxii2/");

  private final RequestMappingHandlerMapping mappings;

  Endpoints(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  /// By path, then method.
  List<Endpoint> all() {
    return mappings.getHandlerMethods().entrySet().stream()
        .flatMap(entry -> endpoints(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(Endpoint::path)
                .thenComparing(endpoint -> endpoint.method().name()))
        .toList();
  }

  private static Stream<Endpoint> endpoints(RequestMappingInfo mapping, HandlerMethod handler) {
    List<String> consumes = types(mapping.getConsumesCondition().getConsumableMediaTypes());
    List<String> produces = types(mapping.getProducesCondition().getProducibleMediaTypes());
    return mapping.getPatternValues().stream()
        .filter(path -> PREFIXES.stream().anyMatch(path::startsWith))
        .flatMap(
            path ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map(
                        method ->
                            new Endpoint(
                                method.asHttpMethod(), path, handler, consumes, produces)));
  }

  private static List<String> types(Set<MediaType> types) {
    return types.stream().map(MediaType::toString).toList();
  }
}
