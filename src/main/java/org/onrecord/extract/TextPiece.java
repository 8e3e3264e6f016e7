package org.onrecord.extract;

/**
 * Text that stands between two tags.
 *
 * @param text as in the markup, with its white space; a piece of white space only is one space
 * @param element the number of the innermost element around it
 * @param run pieces with one number stand in a line that no block element interrupts
 * @param breaks how many line breaks stand between the piece before it in the run and this one
 * @param linked whether it is in a link
 */
record TextPiece(String text, int element, int run, int breaks, boolean linked) {}
