package io.aegispcap.platform.api.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.CurrentCaller;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.api.ApiProblem;
import io.aegispcap.platform.api.IdempotencyKeys;
import io.aegispcap.platform.api.IdempotencyKeys.Earlier;
import io.aegispcap.platform.api.KeptAnswer;
import io.aegispcap.platform.web.EarlyProblems;
import io.aegispcap.platform.web.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Carries a post of the API out once, however often it is sent with the same `Idempotency-Key`,
/// and repeats the answer. One that was refused or failed, or that the server died with, gives its
/// key back. Source: draft-ietf-httpapi-idempotency-key-header.
@Component
@Order(FilterOrder.IDEMPOTENCY)
class IdempotencyFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

  static final String HEADER = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";

  private static final Pattern WELL_FORMED = Pattern.compile("\"?([A-Za-z0-9._:-]{1,128})\"?");

  private static final TransactionDefinition WHOLE_REQUEST = TransactionDefinition.withDefaults();

  private final CurrentCaller callers;
  private final IdempotencyKeys keys;
  private final EarlyProblems problems;
  private final PlatformTransactionManager transactions;
  private final Counter replays;

  IdempotencyFilter(
      CurrentCaller callers,
      IdempotencyKeys keys,
      EarlyProblems problems,
      PlatformTransactionManager transactions,
      MeterRegistry meters) {
    this.callers = callers;
    this.keys = keys;
    this.transactions = transactions;
    this.problems = problems;
    this.replays =
        Counter.builder("aegis.idempotency.replays")
            .description("Posts answered as before, by their Idempotency-Key")
            .register(meters);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod())
        || !request.getRequestURI().startsWith("/api/")
        || request.getHeader(HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    var key = WELL_FORMED.matcher(request.getHeader(HEADER));
    if (!key.matches()) {
      refuse(ApiProblem.IDEMPOTENCY_KEY_MALFORMED, request, response);
    } else if (callers.get() instanceof Caller.Person person) {
      once(person, key.group(1), request, response, rest);
    } else {
      rest.doFilter(request, response); // visitors have nothing to repeat
    }
  }

  private void once(
      Caller.Person person,
      String key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain rest)
      throws ServletException, IOException {
    Optional<RepeatableRequest> repeatable = RepeatableRequest.read(request);
    if (repeatable.isEmpty()) {
      refuse(ApiProblem.IDEMPOTENT_BODY_TOO_LARGE, request, response);
      return;
    }
    Keyed keyed =
        new Keyed(person.id(), key, repeatable.get(), repeatable.get().fingerprint(person));
    Optional<Earlier> earlier =
        keyed.request().fitsATransaction()
            ? inOneTransaction(keyed, response, rest)
            : onALease(keyed, response, rest);
    if (earlier.isEmpty()) {
      return; // it is carried out
    }
    switch (earlier.get()) {
      case Earlier.Answered(KeptAnswer answer) -> repeat(answer, response);
      case Earlier.Unanswered() ->
          refuse(ApiProblem.IDEMPOTENT_REQUEST_UNFINISHED, request, response);
      case Earlier.Different() -> refuse(ApiProblem.IDEMPOTENCY_KEY_REUSED, request, response);
    }
  }

  /// A request with its key.
  private record Keyed(
      PersonId person, String key, RepeatableRequest request, byte[] fingerprint) {}

  /// What is done, the key and the answer are committed together before anybody hears of it.
  private Optional<Earlier> inOneTransaction(
      Keyed keyed, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    RecordedResponse recorded = new RecordedResponse(response);
    TransactionStatus transaction = transactions.getTransaction(WHOLE_REQUEST);
    boolean done = false;
    Optional<Earlier> earlier;
    try {
      earlier = keys.take(keyed.person(), keyed.key(), keyed.fingerprint());
      if (earlier.isEmpty()) {
        rest.doFilter(keyed.request(), recorded);
        if (isDone(recorded, keyed.request())) {
          keys.keep(keyed.person(), keyed.key(), keyed.fingerprint(), recorded.answer());
          done = true;
        }
      }
    } finally {
      if (!done) {
        rollBack(transaction);
      }
    }
    if (done) {
      transactions.commit(transaction);
    }
    if (earlier.isEmpty()) {
      recorded.copyBodyToResponse();
    }
    return earlier;
  }

  /// A connection that is gone has been rolled back by the database; the answer says more.
  private void rollBack(TransactionStatus transaction) {
    try {
      transactions.rollback(transaction);
    } catch (TransactionException gone) {
      LOG.warn("The transaction of a request ended with its connection: {}", gone.getMessage());
    }
  }

  private Optional<Earlier> onALease(Keyed keyed, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    Optional<Earlier> earlier = keys.lease(keyed.person(), keyed.key(), keyed.fingerprint());
    if (earlier.isPresent()) {
      return earlier;
    }
    RecordedResponse recorded = new RecordedResponse(response);
    boolean done = false;
    try {
      rest.doFilter(keyed.request(), recorded);
      done = isDone(recorded, keyed.request());
    } finally {
      if (!done) {
        keys.release(keyed.person(), keyed.key());
      }
    }
    if (done) {
      keys.keep(keyed.person(), keyed.key(), keyed.fingerprint(), recorded.answer());
    }
    recorded.copyBodyToResponse();
    return Optional.empty();
  }

  private static boolean isDone(RecordedResponse answer, HttpServletRequest request) {
    return answer.getStatus() < HttpStatus.BAD_REQUEST.value() && !request.isAsyncStarted();
  }

  private void repeat(KeptAnswer answer, HttpServletResponse response) throws IOException {
    replays.increment();
    response.setStatus(answer.status());
    Iterator<String> pairs = answer.headers().iterator();
    while (pairs.hasNext()) {
      response.addHeader(pairs.next(), pairs.next());
    }
    response.setHeader(REPLAYED, "true");
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }

  private void refuse(ApiProblem why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.send(Problem.of(why, why.title() + "."), request, response);
  }
}
