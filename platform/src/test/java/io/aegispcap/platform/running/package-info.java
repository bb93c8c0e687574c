/// What tests need to meet the platform as people and programs do: over HTTP, on a real database.
@NullMarked
package io.aegispcap.platform.running;

import org.jspecify.annotations.NullMarked;
