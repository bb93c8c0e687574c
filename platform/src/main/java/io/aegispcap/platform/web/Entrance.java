package io.aegispcap.platform.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/// A way in that Spring Security's own filters open. A module that has one offers a bean.
public interface Entrance {

  void openIn(HttpSecurity http);
}
