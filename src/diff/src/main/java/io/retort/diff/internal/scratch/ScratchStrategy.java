package io.retort.diff.internal.scratch;

import io.retort.diff.internal.inspect.Inspector;
import java.sql.Connection;
import java.sql.SQLException;

/** The way in which a product provides a scratch schema. */
interface ScratchStrategy {

    /** Creates the model, inspects it and removes it. The connection is left as it was. */
    Scratch read(Connection connection, ScratchModel model, Inspector inspector) throws SQLException;
}
