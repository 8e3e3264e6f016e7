/**
 * The one polite way to the network: a URI goes in, a {@link org.onrecord.fetch.FetchOutcome} comes out.
 *
 * <p>{@link org.onrecord.fetch.HttpFetcher} is the way from top to bottom: {@code WebAddress} reads the address,
 * {@code Robots} says whether we may ask, {@code PoliteWire} waits for the host's turn ({@code HostTurns}) and asks by
 * {@code HttpWire}, which dials only what {@code AddressGuard} passes and keeps the limits of time and size; its
 * {@code WireConnection} speaks HTTP/2 ({@code Http2Exchange}) or HTTP/1.1, whichever {@code HttpVersions} agreed on;
 * {@code BodyCodings} expands what came. {@link org.onrecord.fetch.FolderFetcher} reads files of this machine in the
 * same form. No other class of the program opens an HTTP connection. Knows no other package of ours.
 */
@NullMarked
package org.onrecord.fetch;

import org.jspecify.annotations.NullMarked;
