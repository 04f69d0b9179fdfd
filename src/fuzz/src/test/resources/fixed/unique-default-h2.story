Story(product="h2" seed=1795986183006 before=Model(entities=[
      EntityType(uid=11 name="Book11" id=IDENTITY)] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "A_B"
          "PAID"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"
          "PAID"
          "LATE"
          "OPEN"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="code4" type=LONG storage=STRING column=ModelColumn(name="`Mixed Column4`" nullable=true fraction=-1))])] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=11 name="Book11" id=IDENTITY attributes=[
          Attribute(uid=20 name="mail20" storage=STRING column=ModelColumn(unique=true length=100 fraction=-1 defaultValue="'it''s'"))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "A_B"
          "PAID"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"
          "PAID"
          "LATE"
          "OPEN"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="code4" type=LONG storage=STRING column=ModelColumn(name="`Mixed Column4`" nullable=true fraction=-1))])] naming=SNAKE_CASE) changes=[
    "ADD_ATTRIBUTE"
    "RENAME_CONSTANT"] rows=[
    Row(entity=11 number=4)
    Row(entity=11 number=5)])

[testdb] hsqldb 2.7.3 in process, started in 0.2 s
[testdb] sqlite 3.53.2 in process, started in 0.1 s
FAILED seed 1795986183006 [CHANGE_SIZE] sqlite CONVERGES the second comparison finds / ~ column depotN.sort_keyN comment changed
== sqlite, seed 1795986183006, [CHANGE_SIZE], Java
CONVERGES: the second comparison finds
    ~ column depot5.sort_key8 comment changed
-- before and after:
@MappedSuperclass
public abstract class Audited {
    @Column(nullable = false, length = 30)
    String createdBy = "nobody";

    Integer revised;
}
-- before:
@Entity
public final class Depot5 extends Audited {
    @Id @GeneratedValue Long id;
    @Version int version;
    @Column(nullable = false, length = 20000) @Comment("it''s 66") String sortKey8;
}
-- after:
@Entity
public final class Depot5 extends Audited {
    @Id @GeneratedValue Long id;
    @Version int version;
    @Column(nullable = false, length = 2000) @Comment("it''s 66") String sortKey8;
}
-- before and after:
@Embeddable
public class Part3 {
    @Column(name = "`Mixed Column4`") Long code4;
}
-- before and after:
public enum State1 {
    VERY_LONG_CONSTANT_NAME, A_B, PAID
}
-- before and after:
public enum State2 {
    Mixed, PAID, LATE, OPEN
}
-- rows: Depot5 2, Depot5 3, 
-- made by hand: 
-- answers: [-Dkeep=depot5.sort_key8 (narrowed)]
-- written:
   src/main/java/db/revisions/Ra2_revision_a2.java
     ~ column depot5.sort_key8 comment changed
   skipped: depot5.sort_key8: stays as it is in the database, as answered (narrowed)
   remark: comments: the product keeps none, so 1 are left out
   Next: the command `upgrade`
   package db.revisions;
   
   import static io.retort.migration.Definitions.*;
   
   import io.retort.migration.Migration;
   import io.retort.migration.Operations;
   import io.retort.migration.Revision;
   
   /**
    * Revision a2.
    *
    * <p>Written from the entities with Hibernate 7.4.5.Final.
    */
   @Revision(id = "a2", parent = "a1", message = "revision a2", created = "2026-11-29T22:16:13Z")
   public class Ra2_revision_a2 implements Migration {
   
       @Override
       public void upgrade(Operations op) {
           op.alterColumn(
                   "depot5",
                   column("sort_key8", varchar(20000)).notNull(),
                   column("sort_key8", varchar(20000)).notNull().comment("it's 66"));
       }
   
       @Override
       public void downgrade(Operations op) {
           op.alterColumn(
                   "depot5",
                   column("sort_key8", varchar(20000)).notNull().comment("it's 66"),
                   column("sort_key8", varchar(20000)).notNull());
       }
   }
-- story:
Story(product="sqlite" seed=1795986183006 before=Model(entities=[
      EntityType(uid=5 name="Depot5" id=AUTO attributes=[
          Attribute(uid=8 name="sortKey8" storage=STRING column=ModelColumn(length=20000 fraction=-1 comment="it''s 66"))] versioned=true audited=true)] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "A_B"
          "PAID"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"
          "PAID"
          "LATE"
          "OPEN"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="code4" type=LONG storage=STRING column=ModelColumn(name="`Mixed Column4`" nullable=true fraction=-1))])] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=5 name="Depot5" id=AUTO attributes=[
          Attribute(uid=8 name="sortKey8" storage=STRING column=ModelColumn(length=2000 fraction=-1 comment="it''s 66"))] versioned=true audited=true)] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "VERY_LONG_CONSTANT_NAME"
          "A_B"
          "PAID"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"
          "PAID"
          "LATE"
          "OPEN"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="code4" type=LONG storage=STRING column=ModelColumn(name="`Mixed Column4`" nullable=true fraction=-1))])] naming=SNAKE_CASE) changes=[
    "CHANGE_SIZE"] rows=[
    Row(entity=5 number=2)
    Row(entity=5 number=3)] firstInJava=true inJava=true)
