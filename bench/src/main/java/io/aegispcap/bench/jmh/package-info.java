/// The engine's hot pieces under JMH.
@NullMarked
package io.aegispcap.bench.jmh;

import org.jspecify.annotations.NullMarked;
