/**
 * Says what is wrong with OpenRTB bid requests and responses, alone and against each other, and with native ads. The
 * rules that follow from the catalogue have their words from there; the others are in {@code rules.yaml}, with the
 * plain ones among them (pairs, orders, one of several) wholly as data. What needs more is a {@code Check} on an
 * object.
 *
 * <p>Fields that nobody knows are never held against a document, and {@code ext} is looked into only for what later
 * releases have given a place of its own: exchanges and bidders must tolerate both (OpenRTB 2.6 §2.6).
 */
@NullMarked
package io.spotcheck.protocol.openrtb.lint;

import org.jspecify.annotations.NullMarked;
