/// Its rows.
@NullMarked
package io.aegispcap.platform.plugins.store;

import org.jspecify.annotations.NullMarked;
