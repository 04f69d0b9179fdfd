package io.retort.diff.internal.interview;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which renames are worth a question, and which are not likely. */
class SimilarityScoreTests {

    private final Table postTags =
            table("post_tags", reference("post_id", "post", "id"), reference("tags_id", "tag", "id"));

    @Test
    void aJoinTableIsKnownByWhatItConnects() {
        Table renamed = table("post_tag", reference("p_id", "post", "id"), reference("t_id", "tag", "id"));
        Table other = table("post_note", reference("p_id", "post", "id"), reference("n_id", "note", "id"));

        SimilarityScore similarity = SimilarityScore.of(postTags, renamed, null);

        assertThat(similarity.isOffered()).isTrue();
        assertThat(similarity.reasons()).contains("connects the same tables");
        assertThat(SimilarityScore.of(postTags, other, null).reasons()).doesNotContain("connects the same tables");
    }

    @Test
    void aColumnThatReferencesAnotherColumnIsNotLikelyTheSame() {
        Table before = table("ship", reference("line_id", "line", "id"));
        Table other = table("ship", reference("line_ord_id", "line", "ord_id"));
        Table renamed = table("ship", reference("line_ord_id", "line", "id"));

        assertThat(columns(before, other).points()).isLessThan(SimilarityScore.LIKELY);
        assertThat(columns(before, renamed).points()).isGreaterThanOrEqualTo(SimilarityScore.LIKELY);
    }

    private static SimilarityScore columns(Table before, Table after) {
        return SimilarityScore.of(
                before, before.columns().get(0), after, after.columns().get(0), null);
    }

    private static ForeignKey reference(String column, String table, String referenced) {
        return new ForeignKey(
                "fk_" + column,
                List.of(column),
                QualifiedName.parse(table),
                List.of(referenced),
                Constraint.Action.NO_ACTION,
                Constraint.Action.NO_ACTION,
                Constraint.Deferral.NOT_DEFERRABLE);
    }

    private static Table table(String name, ForeignKey... keys) {
        List<Column> columns = Arrays.stream(keys)
                .map(key -> new Column(key.columns().get(0), SqlType.of(Kind.BIGINT), false, null, null, null, null))
                .toList();
        return new Table(QualifiedName.parse(name), columns, List.of(keys), List.of(), null);
    }
}
