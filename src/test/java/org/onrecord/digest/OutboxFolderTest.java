package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxFolderTest {
    @TempDir
    private Path folder;

    @Test
    void writesTheMessageAsItIsIntoAFileNamedAfterItsId() throws IOException {
        OutboxFolder outbox = new OutboxFolder(folder.resolve("outbox"));
        byte[] message = "Subject: news\r\n\r\nwords\r\n".getBytes(StandardCharsets.UTF_8);

        Channel.Answer answer = outbox.deliver("daily.00ff@example.org", "ada@example.org", message);

        assertThat(answer).isInstanceOf(Channel.Answer.Accepted.class);
        assertThat(folder.resolve("outbox/daily.00ffexample.org.eml")).hasBinaryContent(message);
    }

    @Test
    void takesNoMailAtAllWhileItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("outbox"), "a file where the folder should be");
        OutboxFolder outbox = new OutboxFolder(folder.resolve("outbox"));

        Channel.Answer answer = outbox.deliver("id@example.org", "ada@example.org", new byte[] {1});

        assertThat(answer).isInstanceOf(Channel.Answer.Unavailable.class);
    }
}
