package io.aegispcap.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/// Writes one page: rendered whole before its first byte leaves, so that a fault becomes an error
/// page.
final class PageView implements View {
  private final TemplateEngine templates;
  private final Frames frames;
  private final Page page;

  PageView(TemplateEngine templates, Frames frames, Page page) {
    this.templates = templates;
    this.frames = frames;
    this.page = page;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Utf8ByteOutput html = new Utf8ByteOutput();
    Map<String, Object> parameters = Map.of("frame", frames.around(request, page), "page", page);
    templates.render(page.template() + ".jte", parameters, html);
    response.setStatus(page.status().value());
    response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
    response.setContentLength(html.getContentLength());
    html.writeTo(response.getOutputStream());
  }
}
