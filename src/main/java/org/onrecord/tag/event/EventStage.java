package org.onrecord.tag.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.onrecord.article.ActorId;
import org.onrecord.article.EventType;
import org.onrecord.article.PolicyEvent;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.text.Reading;

/** Makes events of the words that tell of them: who took part, and when; each event once. */
public final class EventStage {
    private final EventDetails details = new EventDetails();

    public List<PolicyEvent> read(Reading reading, List<Name> names, List<Trigger> triggers) {
        Map<EventType, List<PolicyEvent>> found = new TreeMap<>();
        List<PolicyEvent> events = new ArrayList<>();
        for (Trigger trigger : triggers) {
            PolicyEvent event = details.read(reading, names, trigger.span(), trigger.type(), trigger.confidence());
            List<PolicyEvent> same = found.computeIfAbsent(trigger.type(), key -> new ArrayList<>());
            if (!event.actors().isEmpty() && isNew(event, same)) {
                same.add(event);
                events.add(event);
            }
        }
        events.sort((a, b) -> a.trigger().span().compareTo(b.trigger().span()));
        return events;
    }

    /** One event is told several times: only the first telling counts, unless date or participants differ wholly. */
    private static boolean isNew(PolicyEvent event, List<PolicyEvent> same) {
        for (PolicyEvent other : same) {
            boolean sameDate = event.date() == null
                    || other.date() == null
                    || event.date().startsWith(other.date())
                    || other.date().startsWith(event.date());
            Set<ActorId> shared = new HashSet<>(event.actors());
            shared.retainAll(other.actors());
            if (sameDate
                    && (!shared.isEmpty()
                            || event.actors().isEmpty()
                            || other.actors().isEmpty())) {
                return false;
            }
        }
        return true;
    }
}
