package org.onrecord.tag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LenderTest {
    private final List<Object> made = new ArrayList<>();
    private final Lender<Object> lender = new Lender<>(() -> {
        Object one = new Object();
        made.add(one);
        return one;
    });

    @Test
    void lendsTheSameAgainWhenItIsBack() {
        Object first = lender.with(one -> one);

        assertThat(lender.<Object>with(one -> one)).isSameAs(first);
        assertThat(made).hasSize(1);
    }

    @Test
    void neverLendsOneTwiceAtATime() {
        lender.with(outer -> {
            lender.with(inner -> {
                assertThat(inner).isNotSameAs(outer);
                return 0;
            });
            return 0;
        });

        assertThat(made).hasSize(2);
    }
}
