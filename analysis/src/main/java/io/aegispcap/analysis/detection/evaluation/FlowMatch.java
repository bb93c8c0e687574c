package io.aegispcap.analysis.detection.evaluation;

import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.capture.packet.IpAddress;
import java.util.List;

/// Which flows a label rule speaks of.
sealed interface FlowMatch {
  boolean matches(SeenFlow flow);

  record Source(IpAddress address) implements FlowMatch {
    @Override
    public boolean matches(SeenFlow flow) {
      return flow.key().source().equals(address);
    }
  }

  record Host(IpAddress address) implements FlowMatch {
    @Override
    public boolean matches(SeenFlow flow) {
      return flow.key().source().equals(address) || flow.key().destination().equals(address);
    }
  }

  record AnyPort(int port) implements FlowMatch {
    @Override
    public boolean matches(SeenFlow flow) {
      return flow.key().sourcePort() == port || flow.key().destinationPort() == port;
    }
  }

  record Connection(IpAddress address, int port) implements FlowMatch {
    @Override
    public boolean matches(SeenFlow flow) {
      FlowKey key = flow.key();
      return key.destination().equals(address) && key.destinationPort() == port
          || key.source().equals(address) && key.sourcePort() == port;
    }
  }

  /// @param suffixes lower case
  record Names(List<String> suffixes) implements FlowMatch {
    @Override
    public boolean matches(SeenFlow flow) {
      return suffixes.stream().anyMatch(flow::asksBelow);
    }
  }
}
