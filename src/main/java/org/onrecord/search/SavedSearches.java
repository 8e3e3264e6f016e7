package org.onrecord.search;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.onrecord.state.SavedSearch;
import org.onrecord.state.SavedSearchRows;

/**
 * Searches that people saved: named queries that run as they are, inside others by {@code search:"name"}, and in digests.
 * What is saved here can be asked: a query is checked when it comes in, together with those that use it.
 *
 * <p>Safe for use by many threads. Two processes may each accept a query that makes a circle with the other's; such queries
 * are then refused when they are asked.
 */
public final class SavedSearches implements SavedQueries {
    private static final int LONGEST_NAME = 100;

    private final SavedSearchRows rows;
    private final Clock clock;

    /** @param clock the time of saving, and what {@code date:P7D} counts back from */
    public SavedSearches(SavedSearchRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Throws {@link QueryException} when a query is wrong, also by the saved searches that it refers to. */
    public void check(String query) {
        parser().parse(query);
    }

    /** All of them in the order of their names. */
    public List<SavedSearch> all() {
        return rows.all();
    }

    /** The one with a name, in whatever letter case. */
    public Optional<SavedSearch> find(String name) {
        return rows.find(name);
    }

    public Optional<SavedSearch> find(long number) {
        return rows.find(number);
    }

    @Override
    public Optional<String> query(String name) {
        return rows.find(name).map(SavedSearch::query);
    }

    @Override
    public List<String> names() {
        return rows.all().stream().map(SavedSearch::name).toList();
    }

    /**
     * Saves a query under a name; when the name is taken, the query takes the place of that one's.
     *
     * @throws QueryException when the query is wrong, refers to itself over other searches, or is too deep with them
     * @throws SavedSearchException when the name cannot be used, or a search that uses it would be wrong with this query
     */
    public synchronized SavedSearch save(String name, String query) {
        String checked = checkedName(name);
        String asked = query.strip();
        QueryParser parser = new QueryParser(clock, new WithOneMore(checked, asked));
        parser.parse(asked, List.of(checked));
        for (SavedSearch other : rows.all()) {
            if (!refersTo(checked).test(other.name()) && isSound(other)) {
                try {
                    parser.parse(other.query(), List.of(other.name()));
                } catch (QueryException e) {
                    throw new SavedSearchException("with this query, the saved search \"" + other.name()
                            + "\" that uses it would be wrong: " + e.getMessage());
                }
            }
        }
        return rows.put(checked, asked, clock.instant());
    }

    /** Whether it can be asked as things are; others may use it over several searches between. */
    private boolean isSound(SavedSearch search) {
        try {
            parser().parse(search.query(), List.of(search.name()));
            return true;
        } catch (QueryException wrongAlready) {
            return false;
        }
    }

    /**
     * Gives a saved search another name, also in the searches that use it.
     *
     * @throws SavedSearchException when there is none with the old name, the new one is taken or cannot be used, or a search
     *     that uses it would be too long with it
     */
    public synchronized SavedSearch rename(String name, String newName) {
        SavedSearch search = existing(name);
        String checked = checkedName(newName);
        rows.find(checked).filter(other -> other.number() != search.number()).ifPresent(other -> {
            throw new SavedSearchException("there is a saved search \"" + other.name() + "\" already");
        });
        Map<Long, String> queries = new HashMap<>();
        for (SavedSearch other : rows.all()) {
            String renamed = parser().renamed(other.query(), refersTo(search.name()), checked);
            if (renamed.length() > QueryText.LONGEST) {
                throw new SavedSearchException("with a name that long, the saved search \"" + other.name()
                        + "\" that uses it would have more than " + QueryText.LONGEST + " characters");
            }
            if (!renamed.equals(other.query())) {
                queries.put(other.number(), renamed);
            }
        }
        rows.rename(search.number(), checked, queries);
        return new SavedSearch(search.number(), checked, search.query(), search.created());
    }

    /**
     * Forgets a saved search.
     *
     * @throws SavedSearchException when there is none with this name, or other searches use it
     */
    public synchronized void delete(String name) {
        SavedSearch search = existing(name);
        List<SavedSearch> users = usersOf(search.name());
        if (!users.isEmpty()) {
            throw new SavedSearchException("the saved search \"" + search.name() + "\" is used by "
                    + String.join(
                            ", ",
                            users.stream()
                                    .map(user -> "\"" + user.name() + "\"")
                                    .toList())
                    + "; change or delete those first");
        }
        rows.delete(search.number());
    }

    /** What the saved searches would be with one more. */
    private final class WithOneMore implements SavedQueries {
        private final String name;
        private final String query;

        WithOneMore(String name, String query) {
            this.name = name;
            this.query = query;
        }

        @Override
        public Optional<String> query(String other) {
            return refersTo(name).test(other) ? Optional.of(query) : SavedSearches.this.query(other);
        }

        @Override
        public List<String> names() {
            return SavedSearches.this.names();
        }
    }

    private QueryParser parser() {
        return new QueryParser(clock, this);
    }

    private static Predicate<String> refersTo(String name) {
        String key = SavedSearch.key(name);
        return reference -> SavedSearch.key(reference).equals(key);
    }

    private List<SavedSearch> usersOf(String name) {
        return rows.all().stream()
                .filter(other -> parser().references(other.query()).stream().anyMatch(refersTo(name)))
                .toList();
    }

    private SavedSearch existing(String name) {
        return rows.find(name)
                .orElseThrow(() -> new SavedSearchException("there is no saved search named \"" + name + "\""
                        + Nearest.to(name, names())
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse("")));
    }

    private static String checkedName(String name) {
        String checked = name.strip().replaceAll("\\s+", " ");
        if (checked.isEmpty()
                || checked.length() > LONGEST_NAME
                || checked.chars()
                        .anyMatch(c -> c == '"'
                                || c == '\\'
                                || Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT)) {
            throw new SavedSearchException(
                    "the name of a search has 1 to " + LONGEST_NAME
                            + " characters that can be seen, and no quotation marks or backslashes, so that search:\"name\" can refer to it");
        }
        return checked;
    }
}
