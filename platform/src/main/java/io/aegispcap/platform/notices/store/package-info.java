/// Its tables.
@NullMarked
package io.aegispcap.platform.notices.store;

import org.jspecify.annotations.NullMarked;
