package io.aegispcap.stix.object;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What hashes of known algorithms look like.
public final class HashForm {

  private static final Map<String, Pattern> FORMS =
      Map.ofEntries(
          digits("MD5", 32),
          digits("RIPEMD160", 40),
          digits("SHA1", 40),
          digits("SHA224", 56),
          digits("SHA256", 64),
          digits("SHA384", 96),
          digits("SHA512", 128),
          digits("SHA3224", 56),
          digits("SHA3256", 64),
          digits("SHA3384", 96),
          digits("SHA3512", 128),
          digits("WHIRLPOOL", 128),
          Map.entry("SSDEEP", Pattern.compile("[a-zA-Z0-9/+:.]{1,148}")),
          Map.entry("TLSH", Pattern.compile("(?:T1)?[a-fA-F0-9]{70}")),
          Map.entry("MD6", Pattern.compile("(?:[a-fA-F0-9]{2}){16,64}")));

  private HashForm() {}

  private static Map.Entry<String, Pattern> digits(String algorithm, int count) {
    return Map.entry(algorithm, Pattern.compile("[a-fA-F0-9]{" + count + "}"));
  }

  /// Whether the text can be a hash of this algorithm; true of algorithms not known here.
  public static boolean fits(String algorithm, String hash) {
    Pattern form = FORMS.get(algorithm.toUpperCase(Locale.ROOT).replace("-", ""));
    return form == null || form.matcher(hash).matches();
  }
}
