/// How captures come in: at once or in pieces, checked and counted.
@NamedInterface("upload")
@NullMarked
package io.aegispcap.platform.captures.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
