package io.retort.dialect.mysql;

import io.retort.dialect.ansi.AnsiLiterals;

/** Values as MySQL says them. */
class MySqlLiterals extends AnsiLiterals.Zoneless {

    /** A backslash begins an escape, unless the server's sql_mode says otherwise. */
    @Override
    public String string(String text) {
        return super.string(text.replace("\\", "\\\\"));
    }
}
