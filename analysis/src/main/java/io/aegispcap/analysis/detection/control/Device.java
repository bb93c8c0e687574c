package io.aegispcap.analysis.detection.control;

import io.aegispcap.capture.packet.IpAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A device and those who ask it, by one protocol.
final class Device {
  /// Of more hosts it is not known what they do with it.
  static final int MOST_MASTERS = 32;

  /// From so many messages on a host is one that regularly asks.
  static final int REGULAR = 20;

  /// One that regularly reads, and says no less than a quarter of what the other says, is another
  /// regular master, not a stranger.
  private static final int SHARE = 4;

  private final Map<IpAddress, Master> masters = new LinkedHashMap<>();
  String address = "";
  String protocol = "";

  Optional<Master> master(IpAddress master) {
    Master known = masters.get(master);
    if (known == null && masters.size() < MOST_MASTERS) {
      known = new Master(master.toString());
      masters.put(master, known);
    }
    return Optional.ofNullable(known);
  }

  Collection<Master> masters() {
    return masters.values();
  }

  /// Who regularly asked the device before another came, and still did when the other wrote.
  Optional<Master> regularBefore(Master writer) {
    return masters.values().stream()
        .filter(
            master ->
                master != writer
                    && master.messages >= REGULAR
                    && master.span.first() < writer.span.first()
                    && master.span.last() >= writer.writeSpan.first()
                    && !isRegular(writer, master))
        .findFirst();
  }

  private static boolean isRegular(Master writer, Master master) {
    return writer.reads >= REGULAR && writer.messages * SHARE >= master.messages;
  }
}
