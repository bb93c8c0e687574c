/// What was found, in the words of those that others exchange.
@NullMarked
package io.aegispcap.sharing;

import org.jspecify.annotations.NullMarked;
