package io.aegispcap.platform.web;

import gg.jte.TemplateEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Lets endpoints return a [Reply].
@Component
class Pages implements HandlerMethodReturnValueHandler {
  private final TemplateEngine templates;
  private final Frames frames;

  Pages(TemplateEngine templates, Frames frames) {
    this.templates = templates;
    this.frames = frames;
  }

  PageView view(Page page) {
    return new PageView(templates, frames, page);
  }

  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return Reply.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object reply,
      MethodParameter returned,
      ModelAndViewContainer container,
      NativeWebRequest request) {
    container.setView(
        switch (reply) {
          case Page page -> view(page);
          case Redirect redirect -> seeOther(redirect);
          case null, default -> throw new IllegalStateException(returned + " returned no reply");
        });
  }

  private static View seeOther(Redirect redirect) {
    RedirectView view = new RedirectView(redirect.path());
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExpandUriTemplateVariables(false);
    return view;
  }
}
