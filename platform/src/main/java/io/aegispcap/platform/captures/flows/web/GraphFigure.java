package io.aegispcap.platform.captures.flows.web;

import io.aegispcap.platform.captures.flows.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Who speaks with whom, for the script that draws it; people without it have the table.
///
/// @param alerted hosts that alerts are about
public record GraphFigure(FilterBar bar, List<Traffic.Pair> pairs, Set<String> alerted) {
  public GraphFigure {
    pairs = List.copyOf(pairs);
    alerted = Set.copyOf(alerted);
  }

  private record Node(String ip, long bytes, boolean alert, String href) {}

  private record Link(String source, String target, long bytes, long flows) {}

  private record Data(List<Node> nodes, List<Link> links) {}

  public String json() {
    Map<String, Long> hosts = new TreeMap<>();
    List<Link> links = new ArrayList<>();
    for (Traffic.Pair pair : pairs) {
      hosts.merge(pair.one(), pair.bytes(), Long::sum);
      hosts.merge(pair.other(), pair.bytes(), Long::sum);
      links.add(new Link(pair.one(), pair.other(), pair.bytes(), pair.flows()));
    }
    List<Node> nodes =
        hosts.entrySet().stream()
            .map(
                host ->
                    new Node(
                        host.getKey(),
                        host.getValue(),
                        alerted.contains(host.getKey()),
                        bar.and("host", host.getKey())))
            .toList();
    return JsonMapper.shared().writeValueAsString(new Data(nodes, links));
  }
}
