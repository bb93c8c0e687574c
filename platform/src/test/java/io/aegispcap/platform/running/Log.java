package io.aegispcap.platform.running;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/// What the platform logs while a test looks, as much as in production.
public final class Log implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.aegispcap");
  private final Level rootBefore = root.getLevel();
  private final Level oursBefore = ours.getLevel();
  private final ListAppender<ILoggingEvent> lines =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
          event.prepareForDeferredProcessing(); // what goes with the line is gone later
          super.append(event);
        }
      };

  private final List<Appender<ILoggingEvent>> others = new ArrayList<>();

  public Log() {
    root.iteratorForAppenders().forEachRemaining(others::add);
    others.forEach(root::detachAppender);
    lines.start();
    root.addAppender(lines);
    root.setLevel(Level.WARN);
    ours.setLevel(Level.INFO);
  }

  public List<ILoggingEvent> events() {
    return List.copyOf(lines.list);
  }

  /// All of it: messages, stack traces, and what goes with each line.
  public String text() {
    return events().stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + event.getMDCPropertyMap()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    root.detachAppender(lines);
    others.forEach(root::addAppender);
    root.setLevel(rootBefore);
    ours.setLevel(oursBefore);
  }
}
