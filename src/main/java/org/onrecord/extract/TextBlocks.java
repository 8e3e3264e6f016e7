package org.onrecord.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Puts the pieces of a page's text together to blocks, in the order of the page. */
final class TextBlocks {
    private static final BitSet NOTHING = new BitSet();

    private final PageOutline outline;
    private final List<TextPiece> pieces;
    private final List<Stretch> stretches = new ArrayList<>();

    private List<TextBlock> all = List.of();

    /** A block and the pieces that it is made of, from the first to before the end. */
    private record Stretch(TextBlock block, int from, int to) {}

    private TextBlocks(PageOutline outline) {
        this.outline = outline;
        this.pieces = outline.pieces();
    }

    /** The blocks of a whole page. */
    static TextBlocks of(PageOutline outline) {
        TextBlocks blocks = new TextBlocks(outline);
        blocks.read();
        blocks.all = blocks.stretches.stream().map(Stretch::block).toList();
        return blocks;
    }

    List<TextBlock> all() {
        return all;
    }

    /** The blocks without what stands directly in one of these elements. */
    List<TextBlock> without(BitSet left) {
        List<TextBlock> kept = new ArrayList<>();
        for (Stretch stretch : stretches) {
            boolean whole =
                    pieces.subList(stretch.from(), stretch.to()).stream().noneMatch(piece -> left.get(piece.element()));
            if (whole) {
                kept.add(stretch.block());
            } else {
                block(stretch.from(), stretch.to(), left).ifPresent(kept::add);
            }
        }
        return kept;
    }

    private boolean isWhole(Stretch stretch, BitSet left) {
        for (int i = stretch.from(); i < stretch.to(); i++) {
            if (left.get(pieces.get(i).element())) {
                return false;
            }
        }
        return true;
    }

    private void read() {
        int from = 0;
        String words = "";
        for (int i = 0; i < pieces.size(); i++) {
            TextPiece piece = pieces.get(i);
            boolean blank = piece.text().equals(" ");
            boolean otherRun = i > 0 && piece.run() != pieces.get(i - 1).run();
            if (otherRun || !blank && isNewParagraph(piece.breaks(), words)) {
                close(from, i);
                from = i;
                words = "";
            }
            words = blank ? words : piece.text();
        }
        close(from, pieces.size());
    }

    /** One line break ends a paragraph only after a full sentence: old pages break lines anywhere. */
    private static boolean isNewParagraph(int breaks, String before) {
        return breaks > 1 || breaks == 1 && endsSentence(before.strip());
    }

    private static boolean endsSentence(String line) {
        return line.isEmpty() || ".!?:…”\"»。！？".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private void close(int from, int to) {
        block(from, to, NOTHING).ifPresent(block -> stretches.add(new Stretch(block, from, to)));
    }

    private Optional<TextBlock> block(int from, int to, BitSet left) {
        StringBuilder text = new StringBuilder();
        int linkLength = 0;
        for (int i = from; i < to; i++) {
            TextPiece piece = pieces.get(i);
            if (!left.get(piece.element())) {
                text.append(piece.breaks() > 0 ? " " : "").append(piece.text());
                linkLength += piece.linked() ? piece.text().strip().length() : 0;
            }
        }
        String line = Prose.line(text);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        int owner = outline.block(pieces.get(from).element());
        return Optional.of(TextBlock.of(owner, line, linkLength, outline.place(owner)));
    }
}
