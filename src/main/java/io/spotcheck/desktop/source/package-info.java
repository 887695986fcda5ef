/**
 * The source pane: the text of the selected node's document, scrolled to the selected element, with its findings in
 * the gutter. Messages of several megabytes, and of one endless line, are cut and highlighted away from the user
 * interface's thread.
 */
@NullMarked
package io.spotcheck.desktop.source;

import org.jspecify.annotations.NullMarked;
