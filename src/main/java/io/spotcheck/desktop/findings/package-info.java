/** The findings pane: everything that was noticed in the whole resolution, the selected one in step with all panes. */
@NullMarked
package io.spotcheck.desktop.findings;

import org.jspecify.annotations.NullMarked;
