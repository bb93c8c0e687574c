/// Questions about objects, as TAXII 2.1 and the common libraries ask them.
@NullMarked
package io.aegispcap.stix.filter;

import org.jspecify.annotations.NullMarked;
