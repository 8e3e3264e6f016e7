package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTextTest {
    @Test
    void quotesValuesThatAreMoreThanOneWord() {
        assertThat(QueryText.term("source", "northwire")).isEqualTo("source:northwire");
        assertThat(QueryText.term("product", "Ascend 910C")).isEqualTo("product:\"Ascend 910C\"");
        assertThat(QueryText.term("product", "a\" OR \"b")).isEqualTo("product:\"a  OR  b\"");
        assertThat(QueryText.term("stance", "for:ai-chip-exports")).isEqualTo("stance:for:ai-chip-exports");
    }

    @Test
    void narrowsAllAlternativesOfAQuery() {
        assertThat(new QueryText("H20 OR H200").with("act:urge").text()).isEqualTo("(H20 OR H200) act:urge");
        assertThat(new QueryText("\"H20 OR H200\"").with("act:urge").text()).isEqualTo("\"H20 OR H200\" act:urge");
    }

    @Test
    void takesOutATermWithAPhraseAsItsValue() {
        QueryText query = new QueryText("chips  product:\"Ascend 910C\" -tariff");

        assertThat(query.has("product:\"Ascend 910C\"")).isTrue();
        assertThat(query.has("tariff")).isFalse();
        assertThat(query.without("product:\"Ascend 910C\"").text()).isEqualTo("chips -tariff");
    }

    @Test
    void leavesAnOpenQuotationMarkAlone() {
        assertThat(new QueryText("say \"what").without("act:urge").text()).isEqualTo("say \"what");
    }
}
