package io.aegispcap.stix.pattern;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class PatternFuzzTests {

  /// What is read is written and read again, and a pattern is equivalent to its normal form.
  @FuzzTest(maxDuration = "4m")
  void readsAnyText(FuzzedDataProvider data) throws PatternSyntaxException {
    String text = data.consumeRemainingAsString();
    PatternCheck.errors(text);
    Pattern pattern;
    try {
      pattern = Pattern.parse(text);
    } catch (PatternSyntaxException e) {
      return;
    }
    if (!Pattern.parse(pattern.toString()).equals(pattern)) {
      throw new IllegalStateException(text);
    }
    if (!pattern.normalized().equivalentTo(pattern)) {
      throw new IllegalStateException(text);
    }
  }
}
