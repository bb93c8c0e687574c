package io.aegispcap.platform.accounts.store;

import io.aegispcap.platform.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Roles in a column of type `text[]`.
final class Roles {

  private Roles() {}

  static String[] names(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().toArray(String[]::new);
  }

  static Set<Role> in(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
