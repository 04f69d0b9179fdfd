package io.retort.boot.command;

import io.retort.SwitchPlan.LostRows;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rows and values that a downgrade deletes, as JSON. */
final class LostRowsJson {

    private LostRowsJson() {}

    static Map<String, Object> of(LostRows lost) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", lost.table());
        json.put("column", lost.column());
        json.put("rows", lost.rows() < 0 ? null : lost.rows());
        json.put("values", lost.values() < 0 ? null : lost.values());
        return json;
    }
}
