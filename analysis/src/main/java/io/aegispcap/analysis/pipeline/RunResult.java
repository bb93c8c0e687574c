package io.aegispcap.analysis.pipeline;

import io.aegispcap.analysis.flow.EndReason;
import io.aegispcap.capture.packet.Outcome;
import java.util.List;
import java.util.Map;

/// What a run counted.
///
/// @param packets read
/// @param bytes captured bytes of these packets
/// @param outcomes packets of each capture by what became of them; they sum up to `packets`
/// @param flows ended, in all
/// @param ended flows by why they ended
/// @param facts protocol facts read
public record RunResult(
    long packets,
    long bytes,
    List<Map<Outcome, Long>> outcomes,
    long flows,
    Map<EndReason, Long> ended,
    long facts) {}
