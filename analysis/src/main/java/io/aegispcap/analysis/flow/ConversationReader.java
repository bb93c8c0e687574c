package io.aegispcap.analysis.flow;

/// Recognises and reads the application protocol of one flow.
final class ConversationReader {}
