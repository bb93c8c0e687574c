package io.aegispcap.platform.site.web;

import gg.jte.Content;
import io.aegispcap.platform.web.Attention;
import io.aegispcap.platform.web.Frame;
import io.aegispcap.platform.web.HomePart;
import io.aegispcap.platform.web.Page;
import java.util.List;

/// Where everybody starts.
///
/// @param waiting what needs whoever looks at it
/// @param parts what modules show there
public record HomePage(List<Attention.Item> waiting, Parts parts) implements Page {
  public HomePage {
    waiting = List.copyOf(waiting);
  }

  /// The parts, and what draws them.
  public interface Parts {

    List<HomePart.Part> parts();

    Content content(HomePart.Part part, Frame frame);
  }

  @Override
  public String title() {
    return "Home";
  }

  @Override
  public String template() {
    return "site/home";
  }
}
