package io.retort.internal.dialect.mysql;

import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.dialect.conversion.Conversion.LossVerb;
import io.retort.dialect.conversion.ConversionTable.ConversionEntry;
import io.retort.dialect.conversion.ValueType;
import io.retort.internal.dialect.ansi.SqlNaming;
import java.util.ArrayList;
import java.util.List;

/** The type conversions of MariaDB, which has a type for UUIDs. */
final class MariaDbConversions extends MySqlConversions {

    MariaDbConversions(SqlNaming words) {
        super(words);
    }

    @Override
    protected List<ConversionEntry> own() {
        List<ConversionEntry> all = new ArrayList<>(super.own());
        Loss notSixteen = new Loss("octet_length(%s) <> 16", LossVerb.DO, "not have the 16 bytes of a UUID");
        for (ValueType from : List.of(ValueType.BINARY, ValueType.BYTES, ValueType.UUID_BYTES)) {
            all.add(kept(from, ValueType.UUID, "16 bytes").losing(notSixteen));
            all.add(kept(ValueType.UUID, from, "16 bytes").losing(this::shortBytes));
        }
        return all;
    }
}
