package org.onrecord.tag;

import java.util.List;
import org.onrecord.article.Figure;

/** Finds figures by rules and reads them. */
final class FigureStage {
    private static final double CONFIDENCE = 0.75;

    private final FigureFinder finder;
    private final FigureReader reader;

    FigureStage() {
        QuantityReader quantities = new QuantityReader();
        finder = new FigureFinder(quantities);
        reader = new FigureReader(quantities);
    }

    List<Figure> find(Reading reading, List<Name> names) {
        return reader.read(reading, names, finder.find(reading, names), CONFIDENCE);
    }
}
