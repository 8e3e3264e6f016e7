package org.onrecord.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "http://News.Example -> http://news.example/",
                "HTTPS://news.example:443/a -> https://news.example/a",
                "http://news.example:80?q=1 -> http://news.example/?q=1",
                "http://news.example:8080/#part -> http://news.example:8080/",
                "http://news.example./ -> http://news.example/",
                "http://user:secret@news.example/ -> http://news.example/",
                "http://my_host.example/ -> http://my_host.example/",
                "http://bücher.example/ä?ö=ü -> http://xn--bcher-kva.example/%C3%A4?%C3%B6=%C3%BC",
                "http://news.example/a b|c^d`e -> http://news.example/a%20b%7Cc%5Ed%60e",
                "http://news.example/100%/%zz/%41 -> http://news.example/100%25/%25zz/%41",
                "http://news.example/?a[]=1&b={2} -> http://news.example/?a[]=1&b=%7B2%7D",
                "http://news.example/a/./b/../c/%2e%2E/d -> http://news.example/a/d",
                "http://news.example/../../a -> http://news.example/a",
                "http://news.example/a/.. -> http://news.example/",
                "http://news.example//a//b -> http://news.example//a//b",
                "http://0x7f.1/ -> http://127.0.0.1/",
                "http://[2606:4700:4700::1111]/ -> http://[2606:4700:4700:0:0:0:0:1111]/",
                "http://[::ffff:7f00:1]/ -> http://127.0.0.1/"
            })
    void bringsAnAddressIntoItsOneForm(String written, String form) throws RefusedException {
        WebAddress address = WebAddress.parse(written);

        assertThat(address).hasToString(form);
        assertThat(address.uri()).hasToString(form);
        assertThat(WebAddress.parse(form)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "news.example",
                "/path",
                "ftp://news.example/",
                "http:news.example/",
                "http:///news.example/",
                "http://",
                "http://:80/",
                "http://a@/",
                "http://news.example:99999/",
                "http://news.example:0/",
                "http://news.example:8a/",
                "http://news..example/",
                "http://.example/",
                "http://news.example\\@other.example/",
                "http://news.example/\tx",
                "http://news.example/\u0000",
                "http://news.example\r\nHost: other.example/",
                "http://new s.example/",
                "http://news%2fexample/",
                "http://news%00.example/",
                "http://256.0.0.1/",
                "http://1.2.3.4.5/",
                "http://news.example.1/",
                "http://0x1ffffffff/",
                "http://08.0.0.1/",
                "http://[fe80::1%25eth0]/",
                "http://[::1/",
                "http://[::1]x/",
                "http://[v1.x]/",
                "http://[1::2::3]/"
            })
    void refusesWhatParsersCouldReadInTwoWays(String written) {
        assertThatThrownBy(() -> WebAddress.parse(written)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "g -> http://a.example/b/c/g",
                "./g -> http://a.example/b/c/g",
                "g/ -> http://a.example/b/c/g/",
                "/g -> http://a.example/g",
                "//g.example -> http://g.example/",
                "?y -> http://a.example/b/c/d;p?y",
                "g?y#s -> http://a.example/b/c/g?y",
                "#s -> http://a.example/b/c/d;p?q",
                ";x -> http://a.example/b/c/;x",
                ". -> http://a.example/b/c/",
                ".. -> http://a.example/b/",
                "../g -> http://a.example/b/g",
                "../../../g -> http://a.example/g",
                "https:// other -> refused",
                "https://g.example:443/x -> https://g.example/x"
            })
    void resolvesReferencesAsTheStandardDoes(String reference, String expected) throws RefusedException {
        WebAddress base = WebAddress.parse("http://a.example/b/c/d;p?q");

        if (expected.equals("refused")) {
            assertThatThrownBy(() -> base.resolve(reference)).isInstanceOf(RefusedException.class);
        } else {
            assertThat(base.resolve(reference)).hasToString(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/\\other.example/", "\\\\other.example", "file:///etc/passwd", "javascript:alert(1)", "//"})
    void refusesReferencesThatLeadAway(String reference) throws RefusedException {
        WebAddress base = WebAddress.parse("http://a.example/");

        assertThatThrownBy(() -> base.resolve(reference)).isInstanceOf(RefusedException.class);
    }
}
