package io.retort.run.journal;

import io.retort.schema.QualifiedName;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a hand-written statement touches: told for the usual forms about one table, everything for the rest. */
final class TouchedBySql {

    private static final String PART = "(?:`[^`]+`|\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final String NAME = "(?<name>" + PART + "(?:\\." + PART + ")?)";
    private static final String ANY_NAME = PART + "(?:\\." + PART + ")?";
    private static final Pattern ONE_TABLE = Pattern.compile("(?is)\\s*(?:"
            + "create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?" + NAME + "[\\s(].*"
            + "|alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?" + NAME.replace("name", "altered") + "\\s.*"
            + "|drop\\s+table\\s+(?:if\\s+exists\\s+)?" + NAME.replace("name", "dropped") + "(?:\\s+cascade)?\\s*"
            + "|create\\s+(?:unique\\s+)?index\\s+(?:concurrently\\s+)?(?:if\\s+not\\s+exists\\s+)?(?:" + ANY_NAME
            + "\\s+)?on\\s+(?:only\\s+)?" + NAME.replace("name", "indexed") + "\\s*\\(.*"
            + ")");

    private TouchedBySql() {}

    static Touched guess(String sql) {
        Matcher matcher = ONE_TABLE.matcher(sql);
        if (!matcher.matches()) {
            return Touched.EVERYTHING;
        }
        for (String group : List.of("name", "altered", "dropped", "indexed")) {
            if (matcher.group(group) != null) {
                return new Touched(
                        List.of(QualifiedName.parse(matcher.group(group).replace('`', '"'))), null);
            }
        }
        return Touched.EVERYTHING;
    }
}
