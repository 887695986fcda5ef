/**
 * The workspace at the left: the team's saved tests by folder, what came of each when it was last run, and the way to
 * open, save and run them.
 */
@NullMarked
package io.spotcheck.desktop.profiles;

import org.jspecify.annotations.NullMarked;
