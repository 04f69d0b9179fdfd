package io.retort.diff.model.scratch;

import io.retort.diff.inspect.Inspector;
import java.sql.Connection;
import java.sql.SQLException;

/** The way in which a product provides a scratch schema. */
interface Place {

    /** Creates the model, inspects it and removes it. The connection is left as it was. */
    Scratch read(Connection connection, Model model, Inspector inspector) throws SQLException;
}
