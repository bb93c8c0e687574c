package io.aegispcap.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One thing that a detector holds to be suspicious. Findings of one rule about the same subject
/// and target become one alert.
///
/// @param rule id of a rule of the manifest, which says formula, technique, harmless causes and
///   what to do next
/// @param severity how bad it is if true
/// @param subject whom it is about: usually [Flow#source] of the acting side, or a domain
/// @param target to whom it was done, when there is one
/// @param sentence what happened, in one sentence
/// @param confidence how sure, 0 to 1
/// @param reason where the confidence comes from, in half a sentence
/// @param count how often, 1 or more
/// @param flows the flows that prove it; at least one, at most 1,000
/// @param measures the numbers against their thresholds
public record Finding(
    String rule,
    Severity severity,
    String subject,
    Optional<String> target,
    String sentence,
    double confidence,
    String reason,
    long count,
    List<Flow> flows,
    List<Measure> measures) {
  public static final int MAX_FLOWS = 1000;

  public Finding {
    flows = List.copyOf(flows);
    measures = List.copyOf(measures);
    if (flows.isEmpty() || flows.size() > MAX_FLOWS) {
      throw new IllegalArgumentException("a finding needs 1 to 1,000 flows that prove it");
    }
    if (!(confidence >= 0 && confidence <= 1) || count < 1) {
      throw new IllegalArgumentException("confidence is 0 to 1, count 1 or more");
    }
    if (subject.isBlank() || sentence.isBlank()) {
      throw new IllegalArgumentException("a finding says about whom, and what happened");
    }
  }

  /// Begins a finding: medium severity, confidence 0.5, counted once.
  ///
  /// @param rule id of a rule of the manifest
  /// @param subject whom it is about
  public static Builder of(String rule, String subject) {
    return new Builder(rule, subject);
  }

  /// Gathers the parts of a finding.
  public static final class Builder {
    private final String rule;
    private final String subject;
    private Severity severity = Severity.MEDIUM;
    private Optional<String> target = Optional.empty();
    private String sentence = "";
    private double confidence = 0.5;
    private String reason = "";
    private long count = 1;
    private final List<Flow> flows = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();

    private Builder(String rule, String subject) {
      this.rule = rule;
      this.subject = subject;
    }

    public Builder severity(Severity value) {
      severity = value;
      return this;
    }

    public Builder target(String value) {
      target = Optional.of(value);
      return this;
    }

    public Builder sentence(String value) {
      sentence = value;
      return this;
    }

    /// @param why in half a sentence
    public Builder confidence(double value, String why) {
      confidence = value;
      reason = why;
      return this;
    }

    public Builder count(long value) {
      count = value;
      return this;
    }

    /// A flow that proves it; beyond 1,000 they are left out.
    public Builder proof(Flow flow) {
      if (flows.size() < MAX_FLOWS) {
        flows.add(flow);
      }
      return this;
    }

    public Builder proof(Iterable<Flow> all) {
      all.forEach(this::proof);
      return this;
    }

    public Builder measure(String name, double value, double threshold, String unit) {
      measures.add(new Measure(name, value, threshold, unit));
      return this;
    }

    /// @throws IllegalArgumentException when sentence or proof are missing
    public Finding build() {
      return new Finding(
          rule, severity, subject, target, sentence, confidence, reason, count, flows, measures);
    }
  }
}
