/// What is hidden in domain names, and which names were made by a program.
@NullMarked
package io.aegispcap.analysis.detection.name;

import org.jspecify.annotations.NullMarked;
