package io.retort.badinput;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Classes that look like revisions but are not. */
public final class BadClasses {

    static final Map<String, Class<? extends Migration>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("a class without @Revision", Unannotated.class);
        ALL.put("a class whose name has another id", R111111111111_other.class);
        ALL.put("an empty id", REmpty.class);
        ALL.put("a class that is not public", R000000000001_hidden.class);
        ALL.put("an abstract class", R000000000002_abstract.class);
        ALL.put("an interface", R000000000003_interface.class);
        ALL.put("a constructor with a parameter", R000000000004_parameter.class);
        ALL.put("a constructor that is private", R000000000005_private.class);
        ALL.put("a constructor that fails", R000000000006_failing.class);
        ALL.put("a class that cannot be initialised", R000000000007_static.class);
        ALL.put("created at no time", R000000000008_time.class);
        ALL.put("a parent that is empty", R000000000009_parent.class);
        ALL.put("an inner class", R00000000000a_inner.class);
        ALL.put("a migration that calls itself for ever", R00000000000b_deep.class);
        ALL.put("a migration that throws what it does not declare", R00000000000c_sneaky.class);
        ALL.put("a migration that lacks a class", R00000000000d_lacking.class);
        ALL.put("a migration whose assertion fails", R00000000000e_assertion.class);
        ALL.put("a migration that divides by zero", R00000000000f_zero.class);
    }

    private BadClasses() {}

    /** Declares no operation. */
    public static class Silent implements Migration {
        @Override
        public void upgrade(Operations op) {}
    }

    public static class Unannotated extends Silent {}

    @Revision(id = "222222222222", message = "x")
    public static class R111111111111_other extends Silent {}

    @Revision(id = "", message = "x")
    public static class REmpty extends Silent {}

    @Revision(id = "000000000001", message = "x")
    static class R000000000001_hidden extends Silent {}

    @Revision(id = "000000000002", message = "x")
    public abstract static class R000000000002_abstract extends Silent {}

    @Revision(id = "000000000003", message = "x")
    public interface R000000000003_interface extends Migration {}

    @Revision(id = "000000000004", message = "x")
    public static class R000000000004_parameter extends Silent {
        public R000000000004_parameter(String name) {
            name.trim();
        }
    }

    @Revision(id = "000000000005", message = "x")
    public static class R000000000005_private extends Silent {
        private R000000000005_private() {}
    }

    @Revision(id = "000000000006", message = "x")
    public static class R000000000006_failing extends Silent {
        public R000000000006_failing() {
            throw new IllegalStateException("no bean here");
        }
    }

    @Revision(id = "000000000007", message = "x")
    public static class R000000000007_static extends Silent {
        static final int VALUE = Integer.parseInt("seven");
    }

    @Revision(id = "000000000008", message = "x", created = "last week")
    public static class R000000000008_time extends Silent {}

    @Revision(id = "000000000009", parent = "", message = "x")
    public static class R000000000009_parent extends Silent {}

    @Revision(id = "00000000000a", message = "x")
    public class R00000000000a_inner extends Silent {}

    @Revision(id = "00000000000b", message = "x")
    public static class R00000000000b_deep extends Silent {
        @Override
        public void upgrade(Operations op) {
            upgrade(op);
        }
    }

    @Revision(id = "00000000000c", message = "x")
    public static class R00000000000c_sneaky extends Silent {
        @Override
        public void upgrade(Operations op) {
            throwAnything(new IOException("no such file: rows.csv"));
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> void throwAnything(Throwable thrown) throws E {
            throw (E) thrown;
        }
    }

    @Revision(id = "00000000000d", message = "x")
    public static class R00000000000d_lacking extends Silent {
        @Override
        public void upgrade(Operations op) {
            throw new NoClassDefFoundError("com/example/Gone");
        }
    }

    @Revision(id = "00000000000e", message = "x")
    public static class R00000000000e_assertion extends Silent {
        @Override
        public void upgrade(Operations op) {
            throw new AssertionError("expected one tenant");
        }
    }

    @Revision(id = "00000000000f", message = "x")
    public static class R00000000000f_zero extends Silent {
        @Override
        public void upgrade(Operations op) {
            op.execute("select " + 1 / Integer.parseInt("0"));
        }
    }
}
