package io.aegispcap.platform.web;

import io.aegispcap.platform.access.Caller;
import java.util.List;
import java.util.Optional;

/// Finds what a module holds, for the search over everything. A module with things to find offers a
/// bean; the results appear in the order of their `@Order`.
public interface SearchSource {

  /// One thing that was found.
  ///
  /// @param icon its drawing
  /// @param title what it is called
  /// @param detail what tells it from others of that name; may be empty
  /// @param path where it is
  record Hit(Icon icon, String title, String detail, String path) {}

  /// What it finds, in the plural: lower case with hyphens, as the API spells it.
  String kind();

  /// The same, as people read it.
  String heading();

  /// The best first, and of them only what the caller may see.
  ///
  /// @param wanted at least one word
  /// @param caller who asks; somebody whose token may not read asks as a visitor
  List<Hit> find(SearchText wanted, Caller caller, int most);

  /// Where all that it finds is listed; empty when there is no such page.
  Optional<String> all(SearchText wanted);
}
