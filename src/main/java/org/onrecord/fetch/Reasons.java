package org.onrecord.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Puts failures of network and server into words for the report. */
final class Reasons {
    private Reasons() {}

    static String of(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case UnknownHostException e -> Quoted.plain(message);
            case ConnectException e -> "no connection: " + Quoted.plain(message);
            case SocketTimeoutException e -> "no connection in time: " + Quoted.plain(message);
            case NoHttpResponseException e -> "the server hung up without an answer";
            case SSLException e -> "no secure connection: " + Quoted.plain(message);
            default -> Quoted.plain(message);
        };
    }
}
