package org.onrecord.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void escapesTextInContentAndAttributes() {
        Template template = new Template("t.html", "<a title=\"{{title}}\">{{title}}</a>");

        Markup page = template.filledWith(Map.of("title", Markup.ofText("R&D's <b>\"$1\" \\ {{x}}")));

        String escaped = "R&amp;D&#39;s &lt;b&gt;&quot;$1&quot; \\ {{x}}";
        assertThat(page.code()).isEqualTo("<a title=\"" + escaped + "\">" + escaped + "</a>");
    }

    @Test
    void escapesParagraphsAndHeadings() {
        Markup body = Markup.ofBlocks(List.of("## Q&A", "1 < 2"));

        assertThat(body.code()).isEqualTo("<h2>Q&amp;A</h2>\n<p>1 &lt; 2</p>");
    }

    @Test
    void saysWhichPlaceHasNoValue() {
        Template template = new Template("t.html", "{{author}}");

        assertThatThrownBy(() -> template.filledWith(Map.of("title", Markup.ofText("T"))))
                .isInstanceOf(NewsroomException.class)
                .hasMessageContaining("templates/t.html asks for {{author}}")
                .hasMessageContaining("[title]");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> Template.named("no-such.html"))
                .isInstanceOf(NewsroomException.class)
                .hasMessageContaining("templates/no-such.html");
    }
}
