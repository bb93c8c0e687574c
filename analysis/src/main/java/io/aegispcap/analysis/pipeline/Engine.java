package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.Flow;
import io.aegispcap.analysis.flow.FlowObserver;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.packet.PacketDecoder;
import io.aegispcap.capture.protocol.Fact;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Runs captures through decoding, flows and observers on as many threads as it is given. What
/// comes out depends on the captures and the options alone: packets go in order through one
/// decoding step, by flow through a fixed number of lanes, and batch by batch through one
/// collecting step.
public final class Engine {
  private final EngineOptions options;
  private final List<FlowObserver> observers = new ArrayList<>();
  private PacketObserver packetObserver = packet -> {};
  private Progress progress = Progress.NONE;
  private FlowFormat format = NoRows.INSTANCE;
  private OutputStream out = OutputStream.nullOutputStream();

  public Engine(EngineOptions options) {
    this.options = options;
  }

  /// Also tells this one of flows and facts, after those added before.
  public Engine observe(FlowObserver observer) {
    observers.add(observer);
    return this;
  }

  /// Shows every packet to this one.
  public Engine observePackets(PacketObserver observer) {
    packetObserver = observer;
    return this;
  }

  public Engine report(Progress listener) {
    progress = listener;
    return this;
  }

  /// Writes flows as rows, in the order in which they end.
  ///
  /// @param stream stays open
  public Engine write(FlowFormat rowFormat, OutputStream stream) {
    format = rowFormat;
    out = stream;
    return this;
  }

  /// Runs until the source ends.
  ///
  /// @throws io.aegispcap.capture.file.MalformedCaptureException when the source can't be read on
  /// @throws IOException when reading or writing fails
  public RunResult run(CaptureFile source) throws IOException {
    out.write(format.header().getBytes(StandardCharsets.UTF_8));
    Decoding decoding = new Decoding(source, new PacketDecoder(options.decode()), packetObserver);
    Collecting collecting = new Collecting(observers, out, progress);
    Lane[] lanes = new Lane[Lane.COUNT];
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = new Lane(i, options.flows(), format.rows(), !observers.isEmpty());
    }
    new Crew(decoding, lanes, collecting).work(options.threads());
    out.flush();
    return collecting.result(decoding.tally());
  }

  /// Writes nothing.
  private enum NoRows implements FlowFormat {
    INSTANCE;

    @Override
    public String header() {
      return "";
    }

    @Override
    public Rows rows() {
      return new Rows() {
        @Override
        public void note(Flow flow, Fact fact) {}

        @Override
        public void append(Flow flow, RowBuffer buffer) {}
      };
    }
  }
}
