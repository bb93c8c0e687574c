/// Everything in one file, and back from it; and word of what has to be brought back.
@ApplicationModule(
    allowedDependencies = {"access", "accounts", "blobs", "blobs :: alone", "database", "notices"})
@NullMarked
package io.aegispcap.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
