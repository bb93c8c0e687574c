/// Who made a package: keys of authors, signatures, and whom an installation trusts. Needs no
/// network.
@NullMarked
package io.aegispcap.extension.trust;

import org.jspecify.annotations.NullMarked;
