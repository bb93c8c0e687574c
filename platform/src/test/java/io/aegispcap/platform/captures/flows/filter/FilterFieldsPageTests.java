package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.testkit.golden.Golden;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of fields says what there is.
class FilterFieldsPageTests {

  @Test
  void pageNamesAllFields() {
    Path generated = Path.of(System.getProperty("aegis.root"), "docs", "generated");
    new Golden(generated).check("filter-fields.md", page());
  }

  private static String page() {
    String rows =
        Fields.common().stream().map(FilterFieldsPageTests::row).collect(Collectors.joining("\n"));
    return """
        # Fields of filters

        Written by `FilterFieldsPageTests` from the code; `-Dgolden.update` renews it. How filters are
        written is in [filters](../reference/filters.md).

        | field | also called | holds | what it is |
        | --- | --- | --- | --- |
        """
        + rows
        + """


        Every [feature of a flow](../reference/features.md) is a field too, by its name: those in microseconds are
        compared with durations, those in bytes with sizes, all others with numbers.
        """;
  }

  private static String row(Field field) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            field.name(),
            field.aliases().stream()
                .map(each -> "`" + each + "`")
                .collect(Collectors.joining(", ")),
            field.kind().form(),
            field.meaning());
  }
}
