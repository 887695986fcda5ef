/**
 * The window: title row, tabs, panes that fold, verdict line, commands and their keys, and what the window remembers
 * from one day to the next. It knows the panes of the features only as titles and nodes that the composition root
 * hands it.
 */
@NullMarked
package io.spotcheck.desktop.shell;

import org.jspecify.annotations.NullMarked;
