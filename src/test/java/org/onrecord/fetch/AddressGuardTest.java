package org.onrecord.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.config.AddressRange;

class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:10::1",
                "2001:20::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::",
                "3fff::1",
                "3fff:fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void blocksWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(guard.objection(InetAddress.getByName(address), 80)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.0.3.1",
                "192.88.98.1",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2001:200::1",
                "2001:db7:ffff::1",
                "2001:db9::1",
                "2003::1",
                "2606:4700:4700::1111",
                "2a00:1450::1",
                "3ffe:ffff::1"
            })
    void passesPublicAddresses(String address) throws UnknownHostException {
        assertThat(guard.objection(InetAddress.getByName(address), 443)).isEmpty();
    }

    @Test
    void passesOnlyTheUsualPorts() throws UnknownHostException {
        InetAddress address = InetAddress.getByName("8.8.8.8");

        assertThat(guard.objection(address, 80)).isEmpty();
        assertThat(guard.objection(address, 8080)).contains("port 8080 is not 80 or 443");
        assertThat(guard.objection(address, 22)).isPresent();
    }

    @Test
    void passesWhatTheSettingsAllowOnAnyPort() throws UnknownHostException {
        AddressGuard home =
                new AddressGuard(List.of(new AddressRange("192.168.0.0/16"), new AddressRange("fd12:3456::/32")));

        assertThat(home.objection(InetAddress.getByName("192.168.7.7"), 8080)).isEmpty();
        assertThat(home.objection(InetAddress.getByName("::ffff:192.168.7.7"), 8080))
                .isEmpty();
        assertThat(home.objection(InetAddress.getByName("fd12:3456::1"), 8080)).isEmpty();
        assertThat(home.objection(InetAddress.getByName("192.169.0.1"), 8080)).isPresent();
        assertThat(home.objection(InetAddress.getByName("fd12:3457::1"), 80)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "fd00:ec2::254", "64:ff9b::a9fe:a9fe", "::ffff:169.254.169.254"})
    void blocksTheSecretsOfCloudsWhateverTheSettingsAllow(String address) throws UnknownHostException {
        AddressGuard open = new AddressGuard(List.of(new AddressRange("0.0.0.0/0"), new AddressRange("::/0")));

        assertThat(open.objection(InetAddress.getByName("10.0.0.1"), 80)).isEmpty();
        assertThat(open.objection(InetAddress.getByName(address), 80)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "10.0/8",
                "fd00::/129",
                "x/8",
                "::1%1/128",
                "localhost/8",
                "10.0.0.0/-1",
                "::ffff:10.0.0.0/104"
            })
    void rejectsRangesThatAreNone(String text) {
        assertThatThrownBy(() -> new AddressRange(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a range of addresses: \"" + text + "\"");
    }
}
