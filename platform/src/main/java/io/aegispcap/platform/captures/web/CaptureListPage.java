package io.aegispcap.platform.captures.web;

import io.aegispcap.analysis.text.ByteCount;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.library.CaptureQuery;
import io.aegispcap.platform.captures.library.CaptureStore;
import io.aegispcap.platform.captures.upload.Upload;
import io.aegispcap.platform.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.UriComponentsBuilder;

/// The captures that somebody may see.
///
/// @param rows of this page
/// @param next where the next page begins
/// @param query what was asked for
/// @param uploads of the caller's that were interrupted or are under way
/// @param undo what was deleted just now
/// @param mayUpload whether the caller is signed in
/// @param room bytes that the caller may still upload
public record CaptureListPage(
    List<CaptureRow> rows,
    Optional<CaptureQuery.Cursor> next,
    CaptureQuery query,
    List<Upload> uploads,
    Optional<CaptureStore.Deleted> undo,
    boolean mayUpload,
    long room,
    long maxSize)
    implements Page {
  public CaptureListPage {
    rows = List.copyOf(rows);
    uploads = List.copyOf(uploads);
  }

  @Override
  public String title() {
    return "Captures";
  }

  @Override
  public String template() {
    return "captures/list";
  }

  public List<Visibility> visibilities() {
    return List.of(Visibility.values());
  }

  /// Whether captures would be here if less were asked for.
  public boolean filtered() {
    return !query.text().isBlank() || query.mine() || query.after().isPresent();
  }

  public boolean sortedBy(CaptureQuery.Sort sort) {
    return query.sort() == sort;
  }

  /// The same list in another order, from its beginning.
  public String sorted(CaptureQuery.Sort sort) {
    return link(sort).encode().toUriString();
  }

  public String nextPage() {
    return link(query.sort())
        .queryParam("after", next.map(Object::toString).orElse(""))
        .encode()
        .toUriString();
  }

  private UriComponentsBuilder link(CaptureQuery.Sort sort) {
    UriComponentsBuilder link = UriComponentsBuilder.fromPath("/captures");
    link.queryParam("sort", sort.slug());
    if (query.mine()) {
      link.queryParam("mine", true);
    }
    if (!query.text().isBlank()) {
      link.queryParam("q", "{q}").uriVariables(Map.of("q", query.text()));
    }
    return link;
  }

  /// The most that one capture may have, or all of them when there is little room left.
  public String limit() {
    DataSize most = DataSize.ofBytes(maxSize);
    boolean whole = most.equals(DataSize.ofGigabytes(most.toGigabytes()));
    return room >= maxSize && whole ? most.toGigabytes() + " GB" : bytes(Math.min(room, maxSize));
  }

  /// Where the page hears how far the analyses on it are; null when none is under way.
  public @Nullable String live() {
    String analysed =
        rows.stream()
            .filter(CaptureRow::underWay)
            .map(row -> row.capture().id().toString())
            .collect(Collectors.joining(","));
    return analysed.isEmpty() ? null : "/captures/progress?of=" + analysed;
  }

  public String bytes(long count) {
    return ByteCount.of(count);
  }
}
