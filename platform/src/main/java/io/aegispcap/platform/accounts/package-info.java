/// People: who they are, how they enter, what they may do.
@ApplicationModule(allowedDependencies = {"access", "web", "database"})
@NullMarked
package io.aegispcap.platform.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
