package io.aegispcap.capture.protocol.ldap;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;

/// A search in a directory. Source: RFC 4511 4.5, RFC 4515 for the filter.
///
/// @param frameId frame of the request
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param base where it begins, at most 512 characters
/// @param scope `base`, `one` or `sub`
/// @param filter at most 1,024 characters
/// @param attributes wanted ones, at most 32
/// @param entries how many were found, as far as was seen
/// @param found names of the first entries' attributes, at most 32
/// @param result code of RFC 4511 4.1.9; -1 when the end was not seen
public record LdapSearch(
    long frameId,
    long timestamp,
    String base,
    String scope,
    String filter,
    List<String> attributes,
    int entries,
    List<String> found,
    int result)
    implements Fact {
  public LdapSearch {
    attributes = List.copyOf(attributes);
    found = List.copyOf(found);
  }

  @Override
  public String protocol() {
    return "ldap";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("ldap.operation", "search");
    out.text("ldap.base", base);
    out.text("ldap.scope", scope);
    out.text("ldap.filter", filter);
    out.list("ldap.attributes", attributes);
    out.number("ldap.entries", entries);
    out.list("ldap.found", found);
    if (result >= 0) {
      out.number("ldap.result", result);
    }
  }
}
