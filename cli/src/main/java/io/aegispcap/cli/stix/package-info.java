/// Commands over STIX content: one document or pattern, or a row of them per line.
@NullMarked
package io.aegispcap.cli.stix;

import org.jspecify.annotations.NullMarked;
