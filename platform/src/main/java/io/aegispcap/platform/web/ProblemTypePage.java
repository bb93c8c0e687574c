package io.aegispcap.platform.web;

/// What a kind of problem means, where its `type` leads.
public record ProblemTypePage(ProblemType type) implements Page {

  @Override
  public String title() {
    return type.title();
  }

  @Override
  public String template() {
    return "web/problem-type";
  }
}
