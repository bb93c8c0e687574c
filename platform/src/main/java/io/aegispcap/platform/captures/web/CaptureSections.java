package io.aegispcap.platform.captures.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import io.aegispcap.platform.captures.CaptureSection;
import io.aegispcap.platform.captures.CaptureSection.Part;
import io.aegispcap.platform.captures.CaptureView;
import io.aegispcap.platform.web.Frame;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Gathers what modules show of a capture, and draws it.
@Component
class CaptureSections {
  private final List<CaptureSection> sections;
  private final TemplateEngine templates;

  CaptureSections(ObjectProvider<CaptureSection> sections, TemplateEngine templates) {
    this.sections = sections.orderedStream().toList();
    this.templates = templates;
  }

  CapturePage.Sections of(CaptureView view) {
    List<Part> parts = sections.stream().flatMap(section -> section.of(view).stream()).toList();
    return new Gathered(parts, templates);
  }

  private record Gathered(List<Part> parts, TemplateEngine templates)
      implements CapturePage.Sections {

    @Override
    public Content content(Part part, Frame frame) {
      Map<String, Object> parameters = Map.of("frame", frame, "model", part.model());
      return output -> templates.render(part.template() + ".jte", parameters, output);
    }
  }
}
