package io.retort.migration;

/**
 * The code of a revision, normally written by the command {@code revision} and edited by you.
 *
 * <p>An implementation is public, has a public constructor without parameters and is annotated with {@link Revision}.
 * Both methods only declare operations; Retort runs them afterwards. So they must not access the database themselves,
 * except through {@link Operations#work}.
 *
 * <pre>{@code
 * @Revision(id = "3f2a91c07b4e", parent = "a1b2c3d4e5f6", message = "add email to user")
 * public class R3f2a91c07b4e_add_email_to_user implements Migration {
 *
 *     @Override
 *     public void upgrade(Operations op) {
 *         op.addColumn("user", column("email", varchar(255)).notNull());
 *         op.createIndex("user", index("ix_user_email", "email"));
 *     }
 * }
 * }</pre>
 */
public interface Migration {

    /** Declares the operations that change the schema from the revision's parents to the revision. */
    void upgrade(Operations op);

    /**
     * Declares the operations that undo the upgrade. The default implementation reverses the operations of the upgrade,
     * last first.
     *
     * @throws IrreversibleException if one of them has no reverse
     */
    default void downgrade(Operations op) {
        op.reverse(this::upgrade);
    }
}
