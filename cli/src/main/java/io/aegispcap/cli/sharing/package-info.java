/// What was found, in the words of those that others exchange.
@NullMarked
package io.aegispcap.cli.sharing;

import org.jspecify.annotations.NullMarked;
