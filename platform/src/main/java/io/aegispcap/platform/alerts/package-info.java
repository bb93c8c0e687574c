/// What the analyses found, judged by people: an inbox, a page for each alert, rules.
@ApplicationModule(
    allowedDependencies = {"access", "web", "database", "accounts", "notices", "blobs", "captures"})
@NullMarked
package io.aegispcap.platform.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
