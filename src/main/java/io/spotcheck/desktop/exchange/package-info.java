/** The headers and timing panes: the exchange that brought the selected node, as it went over the wire. */
@NullMarked
package io.spotcheck.desktop.exchange;

import org.jspecify.annotations.NullMarked;
