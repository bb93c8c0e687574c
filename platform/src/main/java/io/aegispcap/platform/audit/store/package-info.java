/// Its tables.
@NullMarked
package io.aegispcap.platform.audit.store;

import org.jspecify.annotations.NullMarked;
