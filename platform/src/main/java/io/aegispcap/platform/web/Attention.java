package io.aegispcap.platform.web;

import io.aegispcap.platform.access.Caller;
import java.util.List;

/// What waits for somebody, for their home page. A module that has such things offers a bean.
public interface Attention {

  /// One thing.
  ///
  /// @param icon its drawing
  /// @param text one sentence
  /// @param path where to see to it
  record Item(Icon icon, String text, String path) {}

  /// The most urgent first; empty when nothing waits.
  List<Item> of(Caller.Person person);
}
