package org.onrecord;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import picocli.CommandLine.Command;

/** Keeps the rooms in their order: who may know whom, and which library lives where. */
class ArchitectureTest {
    private static final String ROOT = "org.onrecord.";

    /** Each package with the packages of ours that it may know. A package that is not listed fails the test. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("hash", Set.of()),
            Map.entry("article", Set.of("hash")),
            Map.entry("config", Set.of()),
            Map.entry("json", Set.of("article")),
            Map.entry("registry", Set.of("article", "config", "hash")),
            Map.entry("source", Set.of("article", "config")),
            Map.entry("fetch", Set.of("config")),
            Map.entry("state", Set.of("article")),
            Map.entry("access", Set.of("article", "hash", "json", "state")),
            Map.entry("correction", Set.of("article", "json", "registry", "state")),
            Map.entry("archive", Set.of("article", "fetch", "hash", "state")),
            Map.entry("extract", Set.of("article", "source", "fetch")),
            Map.entry("encoder", Set.of("article")),
            Map.entry("tag", Set.of("article", "config", "registry", "encoder", "hash")),
            Map.entry("eval", Set.of("article", "json", "tag")),
            Map.entry("bench", Set.of("article", "tag")),
            Map.entry("index", Set.of("article", "json")),
            Map.entry("search", Set.of("article", "json", "index", "state")),
            Map.entry("digest", Set.of("article", "config", "hash", "json", "registry", "search", "state")),
            Map.entry("metrics", Set.of("article", "fetch", "tag")),
            Map.entry(
                    "subscription",
                    Set.of("access", "alert", "article", "digest", "json", "registry", "search", "state")),
            Map.entry("alert", Set.of("article", "digest", "search", "state", "watch")),
            Map.entry("watch", Set.of("article", "search", "state")),
            Map.entry("webhook", Set.of("article", "fetch", "hash", "json", "search", "state", "watch")),
            Map.entry(
                    "web",
                    Set.of(
                            "webhook",
                            "subscription",
                            "digest",
                            "metrics",
                            "access",
                            "article",
                            "correction",
                            "config",
                            "hash",
                            "json",
                            "registry",
                            "tag",
                            "search",
                            "state")),
            Map.entry(
                    "job",
                    Set.of(
                            "article",
                            "correction",
                            "hash",
                            "json",
                            "registry",
                            "source",
                            "fetch",
                            "state",
                            "archive",
                            "extract",
                            "tag",
                            "index",
                            "search",
                            "watch",
                            "digest")),
            Map.entry("newsroom", Set.of("hash")));

    /** Libraries that live in one place, so that another one could take their place. */
    private static final Map<String, Set<String>> LIVES_IN = Map.ofEntries(
            Map.entry("org.jsoup..", Set.of("extract")),
            Map.entry("opennlp..", Set.of("tag")),
            Map.entry("ai.onnxruntime..", Set.of("encoder")),
            Map.entry("org.apache.lucene..", Set.of("index", "search")),
            Map.entry("org.quartz..", Set.of("job")),
            Map.entry("com.github.difflib..", Set.of("job")),
            Map.entry("org.jdbi..", Set.of("state")),
            Map.entry("org.flywaydb..", Set.of("state")),
            Map.entry("java.sql..", Set.of("state")),
            Map.entry("org.netpreserve..", Set.of("archive")),
            Map.entry("org.apache.hc..", Set.of("fetch")),
            Map.entry("org.brotli..", Set.of("fetch")),
            Map.entry("crawlercommons..", Set.of("fetch", "extract")),
            Map.entry("io.javalin..", Set.of("web")),
            Map.entry("org.bouncycastle..", Set.of("access")),
            Map.entry("org.apache.james..", Set.of("digest")),
            Map.entry("io.micrometer..", Set.of("metrics")),
            Map.entry("jakarta.mail..", Set.of("digest", "extract")),
            Map.entry("picocli..", Set.of("app")),
            Map.entry("org.snakeyaml..", Set.of("config")));

    private static JavaClasses classes;

    @BeforeAll
    static void readTheClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.onrecord");
        assertThat(classes.size()).as("classes read").isGreaterThan(100);
    }

    @Test
    void everyPackageIsKnownHereAndEachHereExists() {
        Set<String> found = packages();
        Set<String> listed = new TreeSet<>(MAY_KNOW.keySet());
        listed.add("app");

        assertThat(found).isEqualTo(listed);
    }

    @TestFactory
    List<DynamicTest> packagesKnowOnlyWhatTheyMay() {
        return MAY_KNOW.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    String[] others = packages().stream()
                            .filter(other -> !other.equals(rule.getKey())
                                    && !rule.getValue().contains(other))
                            .map(other -> ROOT + other + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that(resideInAPackage(ROOT + rule.getKey() + ".."))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others)
                            .check(classes);
                }))
                .toList();
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void noRoomsOfTheTaggerKnowEachOtherInACircle() {
        slices().matching(ROOT + "tag.(*)..").should().beFreeOfCycles().check(classes);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "tag.*..")
                .and()
                .resideOutsideOfPackage(ROOT + "tag.train..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "tag")
                .check(classes);
    }

    @TestFactory
    List<DynamicTest> librariesStayInTheirRoom() {
        return LIVES_IN.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    String[] rooms = rule.getValue().stream()
                            .map(room -> ROOT + room + "..")
                            .toArray(String[]::new);
                    assertThat(classes.stream()
                                    .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                                    .filter(dependency ->
                                            resideInAPackage(rule.getKey()).test(dependency.getTargetClass())))
                            .as("uses of %s; a rule about a library that nobody uses checks nothing", rule.getKey())
                            .isNotEmpty();
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(rooms)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(rule.getKey())
                            .check(classes);
                }))
                .toList();
    }

    @Test
    void onlyAppWritesToTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    /** Commands are made before the log is configured; a logger made that early logs everything, in a form of its own. */
    @Test
    void noCommandHoldsALogger() {
        noFields()
                .that()
                .haveRawType(Logger.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Command.class)
                .check(classes);
    }

    @Test
    void nobodyUsesOpenNlpsRegularExpressionsForMailAndWebAddresses() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("opennlp.tools.namefind.RegexNameFinderFactory")
                .because("its built-in patterns can be made to run for ever (CVE-2026-82617)")
                .check(classes);
    }

    /** One gate for whatever goes out: each other way would need its own look at the address that it dials. */
    @Test
    void onlyTheFetcherOpensHttpConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "fetch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.URLConnection.class)
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "getContent")
                .orShould()
                .callMethod(org.jsoup.Jsoup.class, "connect", String.class)
                .orShould()
                .callMethod(org.jsoup.Jsoup.class, "parse", java.net.URL.class, int.class)
                .check(classes);
    }

    @Test
    void onlyTheFetcherAndTheMailOpenSockets() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "fetch..", ROOT + "digest..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.net.Socket.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.nio.channels.SocketChannel.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(javax.net.SocketFactory.class)
                .check(classes);
    }

    /** Each other place would again catch what cannot happen, and choose an algorithm of its own. */
    @Test
    void onlyTheHashRoomChoosesAHash() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "hash..")
                .should()
                .callMethod(java.security.MessageDigest.class, "getInstance", String.class)
                .orShould()
                .callMethod(javax.crypto.Mac.class, "getInstance", String.class)
                .check(classes);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = packages().stream()
                .filter(name -> {
                    try {
                        return !Class.forName(ROOT + name + ".package-info").isAnnotationPresent(NullMarked.class);
                    } catch (ClassNotFoundException e) {
                        return true;
                    }
                })
                .collect(Collectors.toSet());

        assertThat(unmarked).isEmpty();
    }

    private static Set<String> packages() {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
