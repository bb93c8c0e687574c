package io.aegispcap.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Stands in front of every endpoint of ours: no permission declared, nobody enters.
@Component
class EndpointGuard implements HandlerInterceptor {
  private final CurrentCaller caller;

  EndpointGuard(CurrentCaller caller) {
    this.caller = caller;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod endpoint && isOurs(endpoint)) {
      check(request, endpoint);
    }
    return true;
  }

  private void check(HttpServletRequest request, HandlerMethod endpoint) {
    Requires declared = endpoint.getMethodAnnotation(Requires.class);
    if (declared == null) {
      throw new AccessDeniedException(endpoint + " declares no permission");
    }
    switch (caller.get()) {
      case Caller.Visitor _ -> checkOpen(declared.value());
      case Caller.Person person -> check(person, declared.value(), request.getMethod());
    }
  }

  private static void checkOpen(Permission needed) {
    if (!needed.open()) {
      throw new InsufficientAuthenticationException("sign in first");
    }
  }

  private static void check(Caller.Person person, Permission needed, String method) {
    if (!needed.grantedTo(person.roles())) {
      throw new AccessDeniedException("needs the permission " + needed);
    }
    for (Scope scope : Scope.neededFor(needed, HttpMethod.valueOf(method))) {
      if (!person.scopes().contains(scope)) {
        throw new AccessDeniedException("the token lacks the scope " + scope.label());
      }
    }
  }

  private static boolean isOurs(HandlerMethod endpoint) {
    return endpoint.getBeanType().getPackageName().startsWith("io.aegispcap.");
  }
}
