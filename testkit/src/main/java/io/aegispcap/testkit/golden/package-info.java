/// Files that hold what a program is expected to say.
@NullMarked
package io.aegispcap.testkit.golden;

import org.jspecify.annotations.NullMarked;
