package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailTest {
    private final ArticleExtractor extractor = new ArticleExtractor();

    @Test
    void readsSubjectSenderDateAndThePlainTextOfAMail() {
        ExtractedArticle article = read("""
                From: =?utf-8?q?Ada_Lindqv=C3=ADst?= <ada@news.example>
                To: list@news.example
                Subject: =?utf-8?q?Rule_=E2=80=93_published?=
                Date: Tue, 3 Mar 2026 10:00:00 -0500
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                The caf=E9 rule
                was published.

                It takes effect soon.
                --x
                Content-Type: text/html

                <p>Not this.</p>
                --x--
                """);

        assertThat(article.title()).isEqualTo("Rule – published");
        assertThat(article.authors()).containsExactly("Ada Lindqvíst");
        assertThat(article.published()).hasToString("2026-03-03T10:00-05:00");
        assertThat(article.text()).isEqualTo("The café rule was published.\nIt takes effect soon.");
    }

    @Test
    void readsAMailThatIsHtmlAlone() {
        ExtractedArticle article = read("""
                From: press@news.example
                Subject: Release
                Content-Type: text/html; charset=utf-8

                <html lang="en"><body><p>The company said that it would ask for a licence before the end of the year.</p>
                <p>A spokesperson said that the rule was under review and would be so for some weeks.</p></body></html>
                """);

        assertThat(article.text()).contains("ask for a licence").doesNotContain("<p>");
        assertThat(article.language()).isEqualTo("en");
    }

    @Test
    void endsInAMailThatHoldsItselfVeryDeeply() {
        StringBuilder mail = new StringBuilder("From: a@b.example\nSubject: deep\n");
        for (int i = 0; i < 5_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }

        assertThat(read(mail.toString()).title()).isEqualTo("deep");
    }

    @Test
    void refusesWhatIsNoMail() {
        assertThatThrownBy(() -> read("just words"))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("neither sender nor subject");
    }

    private ExtractedArticle read(String mail) {
        return extractor.extract(mail.getBytes(StandardCharsets.UTF_8), "message/rfc822", null);
    }
}
