/**
 * What is asked for: the bar with protocol and tag, and the form with every field of an ad request. The model knows
 * what is wrong with each field before anything is sent.
 */
@NullMarked
package io.spotcheck.desktop.request;

import org.jspecify.annotations.NullMarked;
