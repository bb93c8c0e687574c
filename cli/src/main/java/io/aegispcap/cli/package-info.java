/// The `aegis` command: arguments in, reports and exit codes out.
@NullMarked
package io.aegispcap.cli;

import org.jspecify.annotations.NullMarked;
