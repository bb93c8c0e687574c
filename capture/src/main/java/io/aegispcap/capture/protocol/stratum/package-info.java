/// Stratum and its kin: mining of currencies with a pool, in JSON by lines.
@NullMarked
package io.aegispcap.capture.protocol.stratum;

import org.jspecify.annotations.NullMarked;
