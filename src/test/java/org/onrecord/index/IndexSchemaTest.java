package org.onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexSchemaTest {
    @ParameterizedTest
    @CsvSource({
        "CloudMatrix 384, cloudmatrix-384",
        "Ascend 910C, ascend-910c",
        "H20s, h20",
        "DeepSeek-R1, deepseek-r1",
        "Qwen2.5, qwen2-5",
        "U.S. Chips Act, us-chips-act",
        "Entity List, entity-list",
        "'  \"Café\"  ', cafe",
        "昇腾 910, 昇腾-910",
        "--, ''"
    })
    void namesBecomeKeys(String name, String key) {
        assertThat(IndexSchema.key(name)).isEqualTo(key);
    }
}
