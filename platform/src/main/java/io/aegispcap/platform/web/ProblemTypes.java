package io.aegispcap.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All types of problems there are: those of every endpoint, and those that modules offer as beans.
@Component
public class ProblemTypes {
  private final ObjectProvider<ProblemType> ofModules;

  ProblemTypes(ObjectProvider<ProblemType> ofModules) {
    this.ofModules = ofModules;
  }

  public List<ProblemType> all() {
    return Stream.concat(Stream.of(ProblemType.Common.values()), ofModules.orderedStream())
        .toList();
  }
}
