package io.aegispcap.platform.web;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// URLs of files that pages load: each has a hash of its content in it, so browsers may keep them.
@Component
public class Assets {
  private final ResourceUrlProvider urls;

  Assets(ResourceUrlProvider urls) {
    this.urls = urls;
  }

  /// @param path as under `src/main/resources/static`, or in a WebJar
  public String url(String path) {
    return Objects.requireNonNull(urls.getForLookupPath(path), () -> "no asset " + path);
  }
}
