package io.aegispcap.platform.captures;

/// An analysis succeeded; told in the transaction in which it is recorded.
public record CaptureAnalyzed(CaptureId capture, AnalysisId analysis) {}
