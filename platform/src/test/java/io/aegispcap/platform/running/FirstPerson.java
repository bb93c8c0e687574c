package io.aegispcap.platform.running;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first administrator of a server in a process of its own, who enters by the link that it
/// prints.
public final class FirstPerson {
  private static final Pattern SET_UP = Pattern.compile("at http://[^/]+(/join/\\S+)");

  private FirstPerson() {}

  public static Program of(ServerProcess server) throws InterruptedException {
    Browser browser = server.browser();
    Matcher link = SET_UP.matcher(server.output());
    while (!link.find()) {
      Thread.sleep(10); // it is the line after the address
      link = SET_UP.matcher(server.output());
    }
    browser.submit(
        link.group(1),
        link.group(1),
        Map.of("handle", "first", "name", "First", "password", Guests.PASSWORD));
    return Program.of(browser);
  }
}
