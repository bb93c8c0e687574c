package io.aegispcap.platform.web;

import gg.jte.TemplateEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.View;

/// Lets endpoints return a [Page].
@Component
class Pages implements HandlerMethodReturnValueHandler {
  private final TemplateEngine templates;
  private final Frames frames;

  Pages(TemplateEngine templates, Frames frames) {
    this.templates = templates;
    this.frames = frames;
  }

  View view(Page page) {
    return new PageView(templates, frames, page);
  }

  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return Page.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object page,
      MethodParameter returned,
      ModelAndViewContainer container,
      NativeWebRequest request) {
    if (!(page instanceof Page shown)) {
      throw new IllegalStateException(returned + " returned no page");
    }
    container.setView(view(shown));
  }
}
