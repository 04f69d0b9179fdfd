package io.retort.boot.command;

import io.retort.SwitchPlan.LostRows;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a downgrade loses, as JSON. */
final class LostRowsJson {

    private LostRowsJson() {}

    static Map<String, Object> of(LostRows lost) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", lost.kind().label());
        json.put("table", lost.table());
        json.put("column", lost.column());
        json.put("statement", lost.statement());
        json.put("rows", lost.rows());
        json.put("values", lost.values());
        return json;
    }
}
