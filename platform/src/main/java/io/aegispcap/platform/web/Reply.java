package io.aegispcap.platform.web;

/// What an endpoint for browsers answers: a page, or where to go on.
public sealed interface Reply permits Page, Redirect {}
