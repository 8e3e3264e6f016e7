package org.onrecord.access;

import java.time.Duration;

/** How a try to log in ended. */
public sealed interface LogIn {
    /**
     * The person is who they say.
     *
     * @param secret for the browser's cookie; kept nowhere else
     */
    record Done(String secret) implements LogIn {}

    /** The name or the password is wrong; which of them, nobody is told. */
    record Wrong() implements LogIn {}

    /**
     * Too many wrong tries from there; the password was not even looked at.
     *
     * @param pause after which the next try may come
     */
    record TooOften(Duration pause) implements LogIn {}
}
