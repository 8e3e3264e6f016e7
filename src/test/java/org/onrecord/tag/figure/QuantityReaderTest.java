package org.onrecord.tag.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.text.Reading;

class QuantityReaderTest {
    private static final QuantityReader READER = new QuantityReader();

    /** All quantities of a sentence, each as "values unit". */
    private static List<String> quantities(String text) {
        Reading reading = TagFixture.read(text);
        return READER.in(reading, reading.sentences().getFirst(), List.of()).stream()
                .map(quantity -> quantity.values().stream()
                                .map(BigDecimal::toPlainString)
                                .collect(Collectors.joining(" to "))
                        + " " + quantity.unit())
                .toList();
    }

    @Test
    void readsBothEndsOfARangeWithTheMultiplierOfTheSecond() {
        assertThat(quantities("It will cost $5.5 to $6 billion.")).containsExactly("5500000000 to 6000000000 USD");
        assertThat(quantities("Between 10 and 12 percent left.")).containsExactly("10 to 12 percent");
    }

    @Test
    void readsAChangeAsTwoQuantities() {
        assertThat(quantities("The share fell from 22 to 14 percent.")).containsExactly("22 percent", "14 percent");
    }

    @Test
    void readsPartsInWords() {
        assertThat(quantities("Three in ten firms left.")).containsExactly("30 percent");
        assertThat(quantities("Two-thirds of the firms left.")).containsExactly("66.7 percent");
    }

    @Test
    void leavesDatesClocksAndHouses() {
        assertThat(quantities("On June 3 at 9 am she came to 180 Kent Street.")).isEmpty();
    }
}
