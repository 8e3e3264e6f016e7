package org.onrecord.tag.statement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.registry.Registry;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.speaker.Interests;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/** Tells lobbying: somebody with private business urges public officials, or makes a case to them. */
public final class Lobbying {
    /** An addressee may be the first words of what is asked for: "urged the administration to lift …". */
    private static final int ADDRESSEE = 40;

    private static final Set<Act> OPINIONS = EnumSet.of(Act.SUPPORT, Act.CRITICIZE, Act.WARN);

    private final Registry registry;
    private final WordLists words;
    private final Lexicon list = Lexicon.named("lobbying");
    private final Set<String> cues = list.section("cues");
    private final Set<String> arguing = list.section("arguing");
    private final Set<String> contacts = list.section("contacts");

    public Lobbying(Registry registry, WordLists words) {
        this.registry = registry;
        this.words = words;
    }

    /** Looks at the statements of one text. */
    public OfText of(Reading reading, List<Name> names) {
        return new OfText(reading, names);
    }

    /** One text with those whom it names. */
    public final class OfText {
        private final Reading reading;
        private final List<Name> names;
        private @Nullable Interests interests;

        private OfText(Reading reading, List<Name> names) {
            this.reading = reading;
            this.names = names;
        }

        /** Whether a statement with this act and stand is lobbying; telling officials a plain fact is none. */
        public boolean marks(Draft draft, Act act, Stand stand) {
            boolean asks = act == Act.URGE;
            boolean argues =
                    arguing.contains(draft.base()) && (OPINIONS.contains(act) || stand.position() != Position.NONE);
            if (draft.actor() == null || !asks && !argues && !cues.contains(draft.base())) {
                return false;
            }
            if (interests == null) {
                interests = new Interests(reading, names, registry, words, list);
            }
            return interests.isPrivate(draft.actor())
                    && (cues.contains(draft.base()) || isAddressed(interests, draft, asks));
        }

        /** Whether an official is spoken to: between cue and content, as the first words of a demand, or in a contact told before. */
        private boolean isAddressed(Interests known, Draft draft, boolean asks) {
            int at = draft.cueStart() < 0 ? draft.start() : draft.cueStart();
            int s = reading.sentenceAt(at);
            if (s >= reading.sentences().size()) {
                return false;
            }
            Sentence sentence = reading.sentences().get(s);
            int asked = asks ? Math.min(draft.end(), draft.start() + ADDRESSEE) : draft.start();
            if (draft.cueStart() >= 0 && draft.cueEnd() <= asked && known.isOfficeIn(sentence, draft.cueEnd(), asked)) {
                return true;
            }
            int told = Math.min(at, draft.start() < at ? sentence.start() : at);
            return hasContact(sentence, told) && known.isOfficeIn(sentence, sentence.start(), told);
        }

        private boolean hasContact(Sentence sentence, int end) {
            for (Token token : sentence.tokens()) {
                if (token.end() <= end && contacts.contains(token.lower())) {
                    return true;
                }
            }
            return false;
        }
    }
}
