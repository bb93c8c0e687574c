package io.aegispcap.platform.captures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// A request whose parameters are those of its query alone, and whose body nobody takes for a form.
final class StreamedRequest extends HttpServletRequestWrapper {
  private static final String DECLARED = StreamedRequest.class.getName() + ".DECLARED";

  private final Map<String, String[]> parameters;

  StreamedRequest(HttpServletRequest request) {
    super(request);
    parameters = query(Optional.ofNullable(request.getQueryString()).orElse(""));
    request.setAttribute(DECLARED, request.getContentType());
  }

  /// What the client says that the body is.
  static Optional<String> declaredType(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(DECLARED))
        .or(() -> Optional.ofNullable(request.getContentType()));
  }

  private static Map<String, String[]> query(String text) {
    MultiValueMap<String, String> raw =
        UriComponentsBuilder.newInstance().query(text).build().getQueryParams();
    return raw.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                parameter -> decode(parameter.getKey()),
                parameter ->
                    parameter.getValue().stream()
                        .map(value -> decode(Optional.ofNullable(value).orElse("")))
                        .toArray(String[]::new),
                (first, _) -> first));
  }

  private static String decode(String text) {
    return UriUtils.decode(text.replace('+', ' '), "UTF-8");
  }

  @Override
  public String getContentType() {
    return MediaType.APPLICATION_OCTET_STREAM_VALUE;
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = parameters.get(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = parameters.get(name);
    return values == null ? null : values.clone();
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return parameters;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }
}
