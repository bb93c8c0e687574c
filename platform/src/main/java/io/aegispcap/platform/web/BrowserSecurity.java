package io.aegispcap.platform.web;

import io.aegispcap.platform.access.CallerFilter;
import io.aegispcap.platform.access.Identification;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What every answer tells browsers, and what every change by a browser must prove.
@Configuration(proxyBeanMethods = false)
class BrowserSecurity {

  /// Nothing from elsewhere, nothing inline. Tabler's style sheet draws some icons as `data:`
  /// images.
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final String PERMISSIONS_POLICY =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  /// Who may call what is declared at the endpoints, and checked there. Sessions are those of
  /// `accounts`; Spring's session management would renew the token of forms at every request.
  @Bean
  SecurityFilterChain everything(
      HttpSecurity http, List<Identification> ways, List<Entrance> entrances) {
    entrances.forEach(entrance -> entrance.openIn(http));
    return http.addFilterBefore(new CallerFilter(ways), CsrfFilter.class)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                    .ignoringRequestMatchers(BrowserSecurity::carriesToken))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .requestCache(AbstractHttpConfigurer::disable)
        .exceptionHandling(denied -> denied.authenticationEntryPoint(new SignInEntryPoint()))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(allowed -> allowed.policy(PERMISSIONS_POLICY))
                    .frameOptions(FrameOptionsConfig::deny))
        .build();
  }

  /// No browser sends this header by itself, so nobody can make it do so.
  private static boolean carriesToken(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.startsWith("Bearer ");
  }
}
