/// Versions: ranges of them, and which of them go together.
@NullMarked
package io.aegispcap.extension.resolve;

import org.jspecify.annotations.NullMarked;
