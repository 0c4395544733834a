package dev.ayatori.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlooGroupTest {

    @Test
    void handsTensorsRoundTheRingInTheOrderTheyWereSent() throws Exception {
        List<Process> members = start("ring", 3, 60_000);

        assertThat(output(members.get(0))).containsExactly("2 0", "2 1", "2 2");
        assertThat(output(members.get(1))).containsExactly("0 0", "0 1", "0 2");
        assertThat(output(members.get(2))).containsExactly("1 0", "1 1", "1 2");
    }

    @Test
    void noticesAPeerThatDied() throws Exception {
        List<Process> members = start("leave", 2, 60_000);

        assertThat(output(members.get(0)))
                .singleElement()
                .asString()
                .startsWith("lost: rank 0 of 2 at 127.0.0.1:")
                .contains("Connection closed by peer");
    }

    @Test
    void noticesAPeerThatStalls() throws Exception {
        List<Process> members = start("stall", 2, 8_000);

        assertThat(output(members.get(0)))
                .singleElement()
                .asString()
                .contains("lost a peer while receiving F32[2] from rank 1 (timeout PT8S): Timed out");
        members.get(1).getOutputStream().close();
        members.get(1).waitFor();
    }

    @Test
    void namesTheNumbersThatCannotBe() {
        assertThatThrownBy(() -> new GlooGroup.Rendezvous("localhost", 1, 4, 4, Duration.ofSeconds(1)))
                .hasMessage("rank must be at least 0 and below the size of 4, but is 4 (RANK and WORLD_SIZE)");
    }

    private static List<Process> start(String what, int size, long timeout) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<Process> members = new ArrayList<>();
        for (int rank = 0; rank < size; rank++) {
            members.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            GroupMember.class.getName(),
                            what,
                            String.valueOf(rank),
                            String.valueOf(size),
                            String.valueOf(port),
                            String.valueOf(timeout))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        return members;
    }

    private static List<String> output(Process member) throws IOException {
        return new String(member.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("[Gloo]"))
                .toList();
    }
}
