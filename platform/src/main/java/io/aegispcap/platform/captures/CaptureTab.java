package io.aegispcap.platform.captures;

/// A page of its own about each capture, reached by a tab. Who has one offers a bean.
///
/// @param order its place, the lowest first; the page of the capture itself is the first of all
/// @param slug the page is at `/captures/{id}/{slug}`
/// @param label one word or two
public record CaptureTab(int order, String slug, String label) {

  public String path(CaptureId capture) {
    return "/captures/" + capture + "/" + slug;
  }
}
