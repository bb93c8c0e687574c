/// Its tables.
@NullMarked
package io.aegispcap.platform.alerts.store;

import org.jspecify.annotations.NullMarked;
