package org.onrecord.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.config.ConfigFile;
import org.onrecord.config.Problems;

/**
 * Makes {@code config/congress.yaml} from the files of the public project congress-legislators (CC0 1.0): every sitting
 * member of the Congress of the United States, its committees, and presidents and vice presidents since 2001.
 *
 * <p>The result is an ordinary registry file. What it gets wrong is put right in {@code actors.yaml}, where an actor of
 * the same id takes its place, and never in the file itself, which the next import writes anew.
 */
public final class CongressImport {
    private final LocalDate today;

    /** The day decides who is in office. */
    public CongressImport(LocalDate today) {
        this.today = today;
    }

    /**
     * Writes the registry file from {@code legislators-current.yaml}, {@code committees-current.yaml},
     * {@code committee-membership-current.yaml} and {@code executive.yaml} in a folder; nothing when any has problems.
     *
     * @return how many actors were written
     */
    public int run(Path folder, Path target, Problems problems) {
        List<Actor> actors = actors(folder, problems);
        if (!problems.isEmpty()) {
            return 0;
        }
        write(target, header() + ActorsYaml.write(actors));
        return actors.size();
    }

    /** The actors in the order of the file: bodies, presidents, committees, members. */
    List<Actor> actors(Path folder, Problems problems) {
        Committees committees = Committees.read(
                ConfigFile.readForeign(folder.resolve("committees-current.yaml"), problems),
                ConfigFile.readForeign(folder.resolve("committee-membership-current.yaml"), problems));
        List<Actor> actors = new ArrayList<>(bodies());
        actors.addAll(Presidents.read(ConfigFile.readForeign(folder.resolve("executive.yaml"), problems), today));
        actors.addAll(committees.actors());
        Members members = new Members(committees, today);
        ConfigFile.readForeign(folder.resolve("legislators-current.yaml"), problems)
                .each("file", members::add);
        actors.addAll(members.actors());
        return withoutSharedNames(firstOfEachId(actors));
    }

    /** A president who came back as a member, or the other way round, is listed once. */
    private static List<Actor> firstOfEachId(List<Actor> actors) {
        Set<ActorId> seen = new HashSet<>();
        return actors.stream().filter(actor -> seen.add(actor.id())).toList();
    }

    /** Takes away names that more than one actor would own: they could only be guessed at. */
    private static List<Actor> withoutSharedNames(List<Actor> actors) {
        Set<String> names = new HashSet<>();
        Set<String> shared = new HashSet<>();
        actors.forEach(actor -> names.add(actor.name()));
        Set<String> full = Set.copyOf(names);
        actors.stream()
                .flatMap(actor -> actor.aliases().stream())
                .filter(alias -> alias.use() == Alias.Use.ALWAYS && !names.add(alias.text()))
                .forEach(alias -> shared.add(alias.text()));
        return actors.stream()
                .map(actor -> new Actor(
                        actor.id(),
                        actor.name(),
                        actor.kind(),
                        actor.role(),
                        actor.affiliation(),
                        actor.country(),
                        actor.gender(),
                        actor.descriptions(),
                        actor.aliases().stream()
                                .filter(alias -> alias.use() != Alias.Use.ALWAYS
                                        || (!shared.contains(alias.text()) && !full.contains(alias.text())))
                                .toList()))
                .toList();
    }

    /** The bodies that the others refer to, so that the file holds together without {@code actors.yaml}. */
    private static List<Actor> bodies() {
        ActorId country = new ActorId("united-states");
        ActorId congress = new ActorId("us-congress");
        return List.of(
                new Actor(
                        country,
                        "United States",
                        ActorKind.PLACE,
                        null,
                        null,
                        null,
                        null,
                        List.of("country"),
                        aliases("U.S.", "US", "USA", "United States of America", "America")),
                body("white-house", "White House", ActorKind.AGENCY, country, List.of("administration"), List.of()),
                body("us-congress", "U.S. Congress", ActorKind.LEGISLATURE, country, List.of(), aliases("Congress")),
                body(
                        "us-senate",
                        "U.S. Senate",
                        ActorKind.LEGISLATURE,
                        congress,
                        List.of("chamber", "upper chamber"),
                        aliases("Senate", "United States Senate")),
                body(
                        "us-house-of-representatives",
                        "U.S. House of Representatives",
                        ActorKind.LEGISLATURE,
                        congress,
                        List.of("chamber", "lower chamber"),
                        aliases("House of Representatives", "U.S. House")));
    }

    private static Actor body(
            String id, String name, ActorKind kind, ActorId partOf, List<String> descriptions, List<Alias> aliases) {
        ActorId country = new ActorId("united-states");
        return new Actor(new ActorId(id), name, kind, null, partOf, country, null, descriptions, aliases);
    }

    private static List<Alias> aliases(String... texts) {
        return List.of(texts).stream().map(Alias::always).toList();
    }

    private String header() {
        return """
                # yaml-language-server: $schema=schema/actors.schema.json
                #
                # Congress: its sitting members and committees, and presidents and vice presidents since 2001.
                #
                # Made on %s from the files of the public project congress-legislators (unitedstates, licence CC0 1.0)
                # by
                #     ./onrecord config import-congress FOLDER
                # where FOLDER holds legislators-current.yaml, committees-current.yaml, committee-membership-current.yaml
                # and executive.yaml of that project. Do not edit: the next import writes this file anew. To change an
                # actor, define it with the same id in actors.yaml; that entry is then used in place of this one.

                """.formatted(today);
    }

    /** First beside the target, then moved over it, so that a full disk does not leave half a registry. */
    private static void write(Path target, String text) {
        Path draft = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }
}
