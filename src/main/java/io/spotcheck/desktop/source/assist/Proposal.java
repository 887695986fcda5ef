package io.spotcheck.desktop.source.assist;

/**
 * Something that can be written where the caret is.
 *
 * @param label  what is offered
 * @param detail what it is, in a few words
 * @param from   where the text begins that it replaces
 * @param to     where that ends
 * @param insert what is written there
 * @param caret  where the caret stands afterwards, from {@code from}
 */
public record Proposal(String label, String detail, int from, int to, String insert, int caret) {
}
