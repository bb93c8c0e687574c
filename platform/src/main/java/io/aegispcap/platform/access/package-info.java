/// Who may do what: roles, permissions, and the check in front of every endpoint.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.aegispcap.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
