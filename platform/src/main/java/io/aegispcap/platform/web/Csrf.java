package io.aegispcap.platform.web;

/// The token that proves a form to be ours.
///
/// @param parameter the form field's name
/// @param token its value
public record Csrf(String parameter, String token) {}
