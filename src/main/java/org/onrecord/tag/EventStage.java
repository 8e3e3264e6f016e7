package org.onrecord.tag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.onrecord.article.ActorId;
import org.onrecord.article.EventType;
import org.onrecord.article.PolicyEvent;

/** Finds events by rules and reads who took part, and when. */
final class EventStage {
    private static final double CONFIDENCE = 0.6;

    private final EventTriggers triggers = new EventTriggers();
    private final EventDetails details = new EventDetails();

    List<PolicyEvent> find(Reading reading, List<Name> names) {
        Map<EventType, List<PolicyEvent>> found = new TreeMap<>();
        List<PolicyEvent> events = new ArrayList<>();
        for (EventTriggers.Trigger trigger : triggers.find(reading)) {
            PolicyEvent event = details.read(reading, names, trigger.span(), trigger.type(), CONFIDENCE);
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
