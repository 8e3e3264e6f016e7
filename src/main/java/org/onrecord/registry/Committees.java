package org.onrecord.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.config.Section;

/** The committees of Congress, and who leads them. Subcommittees are left out. */
final class Committees {
    private static final Pattern OFFICIAL = Pattern.compile(
            "(House|Senate|Joint) (?:Permanent )?(?:Select |Special )?Committee (?:on|of Congress on) (?:the )?(.+)");

    /** Usual names that do not follow from the official ones, by the id of congress-legislators. */
    private static final Map<String, String> USUAL_NAMES = Map.of(
            "HSZS", "House Select Committee on the Chinese Communist Party",
            "HSHA", "House Administration Committee",
            "HSWM", "House Ways and Means Committee");

    private final List<Actor> actors = new ArrayList<>();
    private final Map<String, String> usualNames = new HashMap<>();
    private final Map<String, Set<String>> descriptions = new HashMap<>();

    private Committees() {}

    static Committees read(Section committees, Section membership) {
        Committees read = new Committees();
        committees.each("file", read::add);
        Section members = membership.section("file");
        read.usualNames.forEach((id, name) -> members.each(id, member -> read.addMember(name, member)));
        return read;
    }

    List<Actor> actors() {
        return List.copyOf(actors);
    }

    /** What may stand for a member, by its bioguide id: "ranking member of the senate banking committee". */
    List<String> descriptionsOf(String bioguide) {
        return List.copyOf(descriptions.getOrDefault(bioguide, Set.of()));
    }

    private Actor add(Section committee) {
        String official = committee.text("name");
        String code = committee.text("thomas_id");
        Set<String> names = new LinkedHashSet<>();
        String usual = usualName(code, official, names);
        names.add(official);
        names.remove(usual);
        usualNames.put(code, usual);
        Actor actor = new Actor(
                new ActorId(Names.slug(usual)),
                usual,
                ActorKind.LEGISLATURE,
                null,
                chamber(committee.text("type")),
                new ActorId("united-states"),
                null,
                List.of("committee", "panel"),
                names.stream().map(Alias::always).toList());
        actors.add(actor);
        return actor;
    }

    /** "Senate Banking Committee" for the Senate Committee on Banking, Housing, and Urban Affairs. */
    private static String usualName(String code, String official, Set<String> otherNames) {
        Matcher matcher = OFFICIAL.matcher(official);
        String known = USUAL_NAMES.get(code);
        if (!matcher.matches()) {
            return known == null ? official : known;
        }
        String chamber = matcher.group(1);
        String subject = matcher.group(2);
        otherNames.add(chamber + " " + subject + " Committee");
        if (known != null) {
            return known;
        }
        // Only lists of three and more are cut to their first word; "Energy and Commerce" is said in full.
        int comma = subject.indexOf(',');
        String spoken = comma > 0 ? subject.substring(0, comma) : subject;
        int and = spoken.indexOf(" and ");
        if (and > 0) {
            otherNames.add(chamber + " " + spoken.substring(0, and) + " Committee");
        }
        return chamber + " " + spoken + " Committee";
    }

    private Section addMember(String committee, Section member) {
        String title = usualTitle(member.textOrNull("title"));
        if (title != null) {
            Set<String> known = descriptions.computeIfAbsent(member.text("bioguide"), id -> new LinkedHashSet<>());
            String lowerCase = committee.toLowerCase(Locale.ROOT);
            title.lines().forEach(word -> {
                known.add(lowerCase + " " + word);
                known.add(word + " of the " + lowerCase);
            });
        }
        return member;
    }

    /** The words for a post that the press uses for both sexes, one a line; null for members without one. */
    private static @Nullable String usualTitle(@Nullable String title) {
        if (title == null) {
            return null;
        }
        return switch (title) {
            case "Chair", "Chairman" -> "chairman\nchair";
            case "Chairwoman" -> "chairwoman\nchair";
            case "Ranking Member" -> "ranking member";
            case "Vice Chair", "Vice Chairman", "Vice Chairwoman" -> "vice chair";
            default -> null;
        };
    }

    private static ActorId chamber(String type) {
        return switch (type) {
            case "house" -> new ActorId("us-house-of-representatives");
            case "senate" -> new ActorId("us-senate");
            default -> new ActorId("us-congress");
        };
    }
}
