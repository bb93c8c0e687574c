/// Who guesses passwords, and who sends them in clear.
@NullMarked
package io.aegispcap.analysis.detection.login;

import org.jspecify.annotations.NullMarked;
