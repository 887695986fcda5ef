/**
 * VAST 2.0 to 4.3: asks for tags, follows wrappers, merges what each hop contributes, chooses media files and tracks
 * events ({@code VAST 4.3}).
 */
@NullMarked
package io.spotcheck.protocol.vast;

import org.jspecify.annotations.NullMarked;
