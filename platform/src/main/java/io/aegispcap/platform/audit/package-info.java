/// Who did what, when and from where, kept so that no change goes unnoticed.
@ApplicationModule(allowedDependencies = {"access", "web", "database"})
@NullMarked
package io.aegispcap.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
