package io.aegispcap.platform.site.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.web.Attention;
import io.aegispcap.platform.web.Frame;
import io.aegispcap.platform.web.HomePart;
import io.aegispcap.platform.web.Reply;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The home page.
@Controller
class HomeController {
  private final List<Attention> modules;
  private final List<HomePart> parts;
  private final TemplateEngine templates;

  HomeController(
      List<Attention> modules, ObjectProvider<HomePart> parts, TemplateEngine templates) {
    this.modules = List.copyOf(modules);
    this.parts = parts.orderedStream().toList();
    this.templates = templates;
  }

  private record Gathered(List<HomePart.Part> parts, TemplateEngine templates)
      implements HomePage.Parts {

    @Override
    public Content content(HomePart.Part part, Frame frame) {
      Map<String, Object> parameters = Map.of("frame", frame, "model", part.model());
      return output -> templates.render(part.template() + ".jte", parameters, output);
    }
  }

  @GetMapping("/")
  @Requires(Permission.VISIT)
  Reply home(Caller caller) {
    return switch (caller) {
      case Caller.Visitor _ -> new HomePage(List.of(), new Gathered(List.of(), templates));
      case Caller.Person person ->
          new HomePage(
              modules.stream().flatMap(module -> module.of(person).stream()).toList(),
              new Gathered(
                  parts.stream().flatMap(part -> part.of(person).stream()).toList(), templates));
    };
  }
}
