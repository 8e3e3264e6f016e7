package org.onrecord.search;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.CustomQueryHandler;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.PrefixQuery;
import org.onrecord.index.IndexSchema;

/** Which standing queries an article may answer, by a few terms that it must have for each. */
final class ArticlePresearcher extends MultipassTermFilteredPresearcher {
    /** By how many different terms a query is kept, where it needs several. */
    private static final int PASSES = 2;

    private static final float LEAST_WEIGHT = 0.05f;

    /** Terms that every article or most of them have decide nothing; of words, long ones are rare as a rule. */
    private static final TermWeightor USUAL = TermWeightor.combine(
            TermWeightor.DEFAULT,
            TermWeightor.fieldWeightor(0.01, IndexSchema.KIND),
            TermWeightor.fieldWeightor(0.3, IndexSchema.LANG, IndexSchema.STATEMENT_ACT, IndexSchema.EVENT_TYPE));

    /** @param frequency how many documents have a term, which may be a guess */
    ArticlePresearcher(KnownNames names, ToIntFunction<Term> frequency) {
        super(PASSES, LEAST_WEIGHT, weight(frequency), List.of(otherNames(names)), Set.of());
    }

    private static TermWeightor weight(ToIntFunction<Term> frequency) {
        return term -> USUAL.applyAsDouble(term) / (1 + Math.log1p(frequency.applyAsInt(term)));
    }

    /** The name of an actor is a prefix, behind which the actors that have it are known. */
    private static CustomQueryHandler otherNames(KnownNames names) {
        return (query, weightor) -> {
            if (!(query instanceof PrefixQuery prefix)) {
                return null;
            }
            String field = prefix.getPrefix().field();
            Set<String> terms = names.beginning(prefix.getPrefix().text());
            List<Function<TermWeightor, QueryTree>> each = terms.stream()
                    .map(term ->
                            (Function<TermWeightor, QueryTree>) weight -> QueryTree.term(new Term(field, term), weight))
                    .toList();
            return each.isEmpty() ? null : QueryTree.disjunction(each, weightor);
        };
    }
}
