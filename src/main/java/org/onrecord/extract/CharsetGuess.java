package org.onrecord.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which East Asian charset bytes without a true label are in.
 *
 * <p>The bytes must decode without a fault, and the characters must be those that texts in the language are full of:
 * kana, hangul, or the most frequent Chinese characters. A wrong reading yields rare characters all over.
 */
final class CharsetGuess {
    private static final int SAMPLE = 32_768;

    private static final String FREQUENT_CHINESE =
            "的一是不了在人有我他这中大来上国说们为和你地出道时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三己老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市社務議員國這個們來說時為會對";

    private record Candidate(Charset charset, Language language) {}

    /** A language, and the share of its frequent characters in a usual text. */
    private enum Language {
        JAPANESE(0.4),
        KOREAN(0.95),
        CHINESE(0.4);

        private final double usualShare;

        Language(double usualShare) {
            this.usualShare = usualShare;
        }
    }

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate(Charset.forName("windows-31j"), Language.JAPANESE),
            new Candidate(Charset.forName("EUC-JP"), Language.JAPANESE),
            new Candidate(Charset.forName("x-windows-949"), Language.KOREAN),
            new Candidate(Charset.forName("GB18030"), Language.CHINESE),
            new Candidate(Charset.forName("Big5-HKSCS"), Language.CHINESE));

    private CharsetGuess() {}

    static Optional<Charset> of(byte[] bytes) {
        byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
        Charset best = null;
        double bestShare = 0.5;
        for (Candidate candidate : CANDIDATES) {
            double share = frequentShare(sample, candidate) / candidate.language().usualShare;
            if (share > bestShare) {
                best = candidate.charset();
                bestShare = share;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double frequentShare(byte[] sample, Candidate candidate) {
        // the sample may end inside a character: up to three bytes less make it whole
        for (int cut = 0; cut < Math.min(4, sample.length); cut++) {
            try {
                String text = candidate
                        .charset()
                        .newDecoder()
                        .decode(ByteBuffer.wrap(sample, 0, sample.length - cut))
                        .toString();
                long foreign = text.chars().filter(c -> c > 127).count();
                long frequent = text.chars()
                        .filter(c -> isFrequent(c, candidate.language()))
                        .count();
                return foreign < 4 ? 0 : Math.min(candidate.language().usualShare, (double) frequent / foreign);
            } catch (CharacterCodingException e) {
                // not these bytes in this charset; with fewer of them, or not at all
                continue;
            }
        }
        return 0;
    }

    private static boolean isFrequent(int c, Language language) {
        return switch (language) {
            case JAPANESE -> c >= 0x3041 && c <= 0x30FE;
            case KOREAN -> c >= 0xAC00 && c <= 0xD7A3 || c >= 0x3000 && c <= 0x303F;
            case CHINESE -> c > 127 && FREQUENT_CHINESE.indexOf(c) >= 0;
        };
    }
}
