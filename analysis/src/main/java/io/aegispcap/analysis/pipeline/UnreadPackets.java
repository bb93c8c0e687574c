package io.aegispcap.analysis.pipeline;

import io.aegispcap.capture.file.CaptureInfo;
import io.aegispcap.capture.file.LinkType;
import io.aegispcap.capture.file.MalformedCaptureException;
import io.aegispcap.capture.file.Notice;
import io.aegispcap.capture.packet.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Says so when packets could not be read because of their link type: a capture of nothing else
/// must not pass for a quiet network.
public final class UnreadPackets {
  private UnreadPackets() {}

  /// A notice for each capture that holds such packets.
  ///
  /// @throws MalformedCaptureException when all packets of the run are such
  public static List<Notice> notices(List<CaptureInfo> captures, RunResult result)
      throws MalformedCaptureException {
    List<Notice> notices = new ArrayList<>();
    long unread = 0;
    for (int i = 0; i < result.outcomes().size(); i++) {
      long count = result.outcomes().get(i).getOrDefault(Outcome.UNSUPPORTED_LINK_TYPE, 0L);
      unread += count;
      if (count > 0) {
        notices.add(new Notice(captures.get(i).name(), 0, sentence(captures.get(i), count)));
      }
    }
    if (unread > 0 && unread == result.packets()) {
      Notice first = notices.getFirst();
      throw new MalformedCaptureException(first.file(), 0, first.text());
    }
    return notices;
  }

  private static String sentence(CaptureInfo capture, long count) {
    String types =
        capture.framesByLinkType().entrySet().stream()
            .filter(frames -> frames.getValue() > 0)
            .map(frames -> LinkType.name(frames.getKey()) + " (" + frames.getKey() + ")")
            .collect(Collectors.joining(", "));
    return "%d of its %d packets could not be read: their link type is not supported; it holds %s"
        .formatted(count, capture.frames(), types);
  }
}
